import { Counter, Gauge, type Registry } from 'prom-client';
import { UNTOUCHED } from './message/untouched.ts';
import type { Queue } from './queue/queue.ts';

/** `failed`: it could not be written to disk. */
const TAKEN = ['taken', 'too_large', 'queue_full', 'failed'] as const;
/** `limited`: too many failures before; `away`: the catalog could not be asked. */
const SIGN_INS = ['accepted', 'refused', 'limited', 'away'] as const;
/** `expired`: it was tried until its time was up. */
const PASSED = ['accepted', 'refused', 'expired'] as const;
const RETRIES = ['server', 'message', 'disk', 'log'] as const;

export class RelayMetrics {
  readonly #counters: ReturnType<typeof countersIn>;
  readonly #nextUp: Gauge;

  constructor(registry: Registry) {
    this.#counters = countersIn(registry);
    this.#nextUp = new Gauge({
      name: 'readout_relay_next_up',
      help: 'Whether the next mail server could be used when it was last tried',
      registers: [registry],
    });
    this.#nextUp.set(1);
  }

  /** Adds what the queue says of itself. */
  watch(queue: Queue, registry: Registry, limits: { readonly maxBytes: number }): void {
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(value());
        },
      });
    gauge('readout_relay_queue_messages', 'Messages that wait to be passed on', () => queue.messages);
    gauge('readout_relay_queue_bytes', 'Bytes of messages that wait', () => queue.bytes);
    gauge('readout_relay_queue_max_bytes', 'Bytes that may wait', () => limits.maxBytes);
    gauge('readout_relay_queue_oldest_seconds', 'Age of the oldest message that waits', () =>
      queue.oldest === null ? 0 : Math.max(0, (Date.now() - queue.oldest) / 1_000),
    );
  }

  taken(outcome: (typeof TAKEN)[number]): void {
    this.#counters.taken.inc({ outcome });
  }

  signedIn(outcome: (typeof SIGN_INS)[number]): void {
    this.#counters.signIns.inc({ outcome });
  }

  prepared(result: 'rewritten' | (typeof UNTOUCHED)[number]): void {
    this.#counters.prepared.inc({ result });
  }

  passedOn(outcome: (typeof PASSED)[number]): void {
    this.#counters.passed.inc({ outcome });
  }

  retries(of: (typeof RETRIES)[number]): void {
    this.#counters.retries.inc({ of });
  }

  nextIs(up: boolean): void {
    this.#nextUp.set(up ? 1 : 0);
  }
}

function countersIn(registry: Registry) {
  const counter = <Label extends string>(name: string, help: string, label: Label, values: readonly string[]) => {
    const made = new Counter({ name, help, labelNames: [label], registers: [registry] });
    // All there can be, so that what has not happened is seen to be none.
    for (const value of values) made.inc({ [label]: value } as Record<Label, string>, 0);
    return made;
  };
  return {
    taken: counter('readout_relay_taken_total', 'Messages that senders gave, by what became of them', 'outcome', TAKEN),
    signIns: counter('readout_relay_sign_ins_total', 'Attempts of senders to sign in', 'outcome', SIGN_INS),
    prepared: counter(
      'readout_relay_prepared_total',
      'Messages to one recipient that were instrumented, or why they were passed on as they came',
      'result',
      ['rewritten', ...UNTOUCHED],
    ),
    passed: counter(
      'readout_relay_passed_total',
      'Messages to one recipient by what the next mail server made of them',
      'outcome',
      PASSED,
    ),
    retries: counter('readout_relay_retries_total', 'What had to be tried again, by whose fault', 'of', RETRIES),
  };
}
