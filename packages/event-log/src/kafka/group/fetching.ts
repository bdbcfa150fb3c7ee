import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaLogger } from '../options.ts';
import { type GroupProtocol, type Place, refusedWith } from './group-protocol.ts';
import type { HeldPartition } from './held-partition.ts';
import { Outage, pauseBefore } from './outage.ts';

/** How long a broker may hold a request back until there is something to answer. */
const IDLE_WAIT_MS = 500;
/** The same while partitions are left out of the request, which want to be in the next one as soon as they have room. */
const BUSY_WAIT_MS = 20;

/**
 * Keeps held partitions filled: one request at a time to each broker, for all of its partitions that have room. A
 * partition without room is left out and holds up nobody.
 */
export class Fetching {
  readonly #protocol: GroupProtocol;
  readonly #outage: Outage;
  readonly #logger: KafkaLogger;
  readonly #held = new Map<number, HeldPartition>();
  readonly #nodes = new Map<number, { wake(): void }>();
  readonly #stop = new AbortController();
  #leaders: readonly number[] = [];
  #finding: Promise<void> | null = null;

  constructor(protocol: GroupProtocol, logger: KafkaLogger) {
    this.#protocol = protocol;
    this.#logger = logger;
    this.#outage = new Outage(logger, 'Kafka cannot be read');
  }

  add(held: HeldPartition): void {
    this.#held.set(held.partition, held);
    this.hasRoom(held.partition);
  }

  /** To be called again when a partition that was without room has some. */
  hasRoom(partition: number): void {
    const node = this.#leaders[partition] ?? -1;
    if (node < 0) void this.#findLeaders();
    else if (!this.#nodes.has(node)) this.#begin(node);
    else this.#nodes.get(node)?.wake();
  }

  remove(held: HeldPartition): void {
    if (this.#held.get(held.partition) === held) this.#held.delete(held.partition);
    for (const { wake } of this.#nodes.values()) wake();
  }

  stop(): void {
    this.#stop.abort();
    for (const { wake } of this.#nodes.values()) wake();
  }

  #begin(node: number): void {
    const following = { wake: (): void => undefined };
    this.#nodes.set(node, following);
    void this.#follow(node, following);
  }

  /** Until no partition of the node is held any more. */
  async #follow(node: number, following: { wake(): void }): Promise<void> {
    let failures = 0;
    while (!this.#stop.signal.aborted) {
      const own = [...this.#held.values()].filter(({ partition }) => this.#leaders[partition] === node);
      if (own.length === 0) {
        this.#nodes.delete(node);
        return;
      }
      const wanted = placesOf(own);
      if (wanted.length === 0) {
        await new Promise<void>((resolve) => {
          following.wake = resolve;
        });
        continue;
      }
      const waitMs = failures > 0 ? 0 : wanted.length === own.length ? IDLE_WAIT_MS : BUSY_WAIT_MS;
      // After a failure one by one, so that one partition's trouble is not everybody's.
      const requests = failures === 0 ? [wanted] : wanted.map((place) => [place]);
      const errors = await this.#fetchAll(node, requests, waitMs);
      if (this.#stop.signal.aborted) return;
      const [error] = errors;
      if (error === undefined) {
        this.#outage.isOver();
        failures = 0;
        continue;
      }
      failures++;
      this.#outage.goesOn(error);
      // Perhaps its partitions have moved to another node.
      void this.#findLeaders();
      await this.#pause(pauseBefore(errors.length < requests.length ? 1 : failures));
    }
  }

  /** What failed of it. */
  async #fetchAll(node: number, requests: readonly (readonly Place[])[], waitMs: number): Promise<readonly unknown[]> {
    const errors: unknown[] = [];
    for (const places of requests) {
      try {
        await this.#fetch(node, places, waitMs);
      } catch (error) {
        errors.push(error);
      }
    }
    return errors;
  }

  async #fetch(node: number, places: readonly Place[], waitMs: number): Promise<void> {
    try {
      const answers = await this.#protocol.fetch(node, places, waitMs);
      for (const answer of answers) this.#held.get(answer.partition)?.fill(answer);
    } catch (error) {
      if (!refusedWith(error, 'offsetOutOfRange')) throw error;
      await this.#intoRange(places.map(({ partition }) => partition));
    }
  }

  /** What was to be read next may be removed by now, or (after a topic was made anew, say) not be there yet. */
  async #intoRange(partitions: readonly number[]): Promise<void> {
    const [oldest, ends] = [
      await this.#protocol.offsets('oldest', partitions),
      await this.#protocol.offsets('end', partitions),
    ];
    for (const partition of partitions) {
      const held = this.#held.get(partition);
      const from = held?.wanted ?? null;
      const [first, end] = [oldest.get(partition), ends.get(partition)];
      if (held === undefined || from === null || first === undefined || end === undefined) continue;
      if (from < first) {
        this.#logger.warn(
          { partition, from, oldest: first, lost: first - from },
          'Kafka removed what was not read yet',
        );
        held.skipTo(first);
      } else if (from > end) {
        this.#logger.warn({ partition, from, end }, 'The topic ends before where it was read to: it is read anew');
        held.startAt(first);
      }
    }
  }

  /** One search at a time, which goes on until every held partition has a leader. */
  #findLeaders(): Promise<void> {
    this.#finding ??= this.#search().finally(() => {
      this.#finding = null;
    });
    return this.#finding;
  }

  async #search(): Promise<void> {
    for (let attempt = 0; !this.#stop.signal.aborted; attempt++) {
      await this.#pause(pauseBefore(attempt));
      try {
        this.#leaders = await this.#protocol.leaders();
      } catch (error) {
        if (!this.#stop.signal.aborted) this.#outage.goesOn(error);
        continue;
      }
      for (const { partition } of this.#held.values()) {
        const node = this.#leaders[partition] ?? -1;
        if (node >= 0 && !this.#nodes.has(node)) this.#begin(node);
      }
      if ([...this.#held.values()].every(({ partition }) => (this.#leaders[partition] ?? -1) >= 0)) return;
    }
  }

  async #pause(ms: number): Promise<void> {
    if (ms > 0) await sleep(ms, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }
}

function placesOf(held: readonly HeldPartition[]): readonly Place[] {
  return held.flatMap(({ partition, wanted }) => (wanted === null ? [] : [{ partition, offset: wanted }]));
}
