import { setTimeout as sleep } from 'node:timers/promises';
import type { Downstream, LogBatch, Spool } from '@readout/event-log';
import { routingKey } from '@readout/events';
import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';

/** Records sent on at once: few, since what they are made into on the way is memory. */
const BATCH_RECORDS = 500;
const RETRY_MS = [100, 250, 500, 1_000, 2_000, 5_000] as const;
/** How long stopping waits for an acknowledgement: less than a process has for its end. */
const SENDS_WITHIN_MS = 5_000;

interface ForwarderCounters {
  readonly forwarded: Counter;
  readonly retries: Counter;
  readonly damaged: Counter;
}

export interface ForwarderDependencies {
  readonly spool: Spool;
  readonly downstream: Downstream;
  readonly logger: Logger;
  readonly counters: ForwarderCounters;
}

/**
 * Sends the spool on, in its order. A part may be sent again after a crash or a failure: whoever reads it tells the
 * repeat by the record's origin.
 */
export class Forwarder {
  readonly #spool: Spool;
  readonly #downstream: Downstream;
  readonly #logger: Logger;
  readonly #counters: ForwarderCounters;
  readonly #stop = new AbortController();
  #running: Promise<void> | null = null;
  #failing = false;

  constructor({ spool, downstream, logger, counters }: ForwarderDependencies) {
    this.#spool = spool;
    this.#downstream = downstream;
    this.#logger = logger;
    this.#counters = counters;
  }

  /** The counters of all forwarders of a process. */
  static counters(registry: Registry): ForwarderCounters {
    const counter = (name: string, help: string) => new Counter({ name, help, registers: [registry] });
    return {
      forwarded: counter('readout_forwarder_records_total', 'Records sent on and acknowledged'),
      retries: counter('readout_forwarder_retries_total', 'Batches sent again because nobody acknowledged them'),
      damaged: counter('readout_forwarder_damaged_records_total', 'Records that could not be read back from disk'),
    };
  }

  /** @param onFailure hears of what should never happen, after which nothing more is sent on. */
  start(onFailure: (error: unknown) => void): void {
    this.#running = this.#follow().catch((error: unknown) => {
      if (!this.#stop.signal.aborted) onFailure(error);
    });
  }

  /** Lets the batch at hand be acknowledged, though not for ever, and closes the way on: the next process goes on there. */
  async stop(): Promise<void> {
    this.#stop.abort();
    const enough = new AbortController();
    const late = sleep(SENDS_WITHIN_MS, undefined, { signal: enough.signal }).catch(() => undefined);
    await Promise.race([this.#running, late]);
    enough.abort();
    await this.#downstream.close();
    await this.#running;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    const from = await this.#spool.committed(0);
    for await (const batch of this.#spool.read({ partition: 0, from, maxRecords: BATCH_RECORDS, signal })) {
      this.#tellOfLosses(batch);
      if (batch.records.length > 0 && !(await this.#send(batch))) return;
      await this.#spool.commit(0, batch.next);
    }
  }

  /** Sends until it is acknowledged; false: it was told to stop before that. */
  async #send({ records }: LogBatch): Promise<boolean> {
    const { signal } = this.#stop;
    const outgoing = records.map(({ origin, line }) => ({ origin, line, key: routingKey(line) }));
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await this.#downstream.forward(outgoing);
        this.#counters.forwarded.inc(records.length);
        if (this.#failing) this.#logger.info('events are sent on again');
        this.#failing = false;
        return true;
      } catch (error) {
        const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 5_000;
        this.#counters.retries.inc();
        if (!this.#failing) this.#logger.warn({ err: error }, 'events cannot be sent on; they wait in the spool');
        this.#failing = true;
        await sleep(wait, undefined, { signal }).catch(() => undefined);
      }
    }
    return false;
  }

  #tellOfLosses({ damaged }: LogBatch): void {
    for (const { first, last, reason } of damaged) {
      this.#counters.damaged.inc(last - first + 1);
      this.#logger.error({ first, last, reason }, 'records of the spool are lost');
    }
  }
}
