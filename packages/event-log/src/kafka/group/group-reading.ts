import { setTimeout as sleep } from 'node:timers/promises';
import { LogUnavailableError } from '../../event-log.ts';
import type { KafkaLogger } from '../options.ts';
import { within } from '../within.ts';
import { Commits } from './commits.ts';
import { Fetching } from './fetching.ts';
import { type GroupProtocol, RELEASE_WITHIN_MS } from './group-protocol.ts';
import { HeldPartition } from './held-partition.ts';
import { Membership, type MembershipEvents, type MembershipTimes } from './membership.ts';
import { Outage, pauseBefore } from './outage.ts';

/** Whoever asks how much waits has little patience. */
const ENDS_WITHIN_MS = 5_000;
/** What the last words to the brokers may take. */
const PARTING_WITHIN_MS = 3_000;

/** A partition from being assigned to being let go of. */
interface Slot {
  readonly partition: number;
  /** Null: where to read on from is being asked. */
  held: HeldPartition | null;
  leaving: boolean;
}

/** One stay in the group: what this member holds, from joining to leaving. */
export class GroupReading implements MembershipEvents {
  readonly #protocol: GroupProtocol;
  readonly #logger: KafkaLogger;
  readonly #membership: Membership;
  readonly #fetching: Fetching;
  readonly #commits: Commits;
  readonly #outage: Outage;
  readonly #stop: AbortSignal;
  readonly #slots = new Map<number, Slot>();
  /** What is still being written of partitions that were lost, by partition. */
  readonly #draining = new Map<number, Promise<void>>();
  readonly #given: HeldPartition[] = [];
  #wake: () => void = () => undefined;

  constructor(
    protocol: GroupProtocol,
    options: { readonly topic: string; readonly logger: KafkaLogger },
    times: MembershipTimes,
    stop: AbortSignal,
  ) {
    this.#protocol = protocol;
    this.#logger = options.logger;
    this.#stop = stop;
    this.#membership = new Membership(protocol, options, times, this);
    this.#fetching = new Fetching(protocol, options.logger);
    this.#commits = new Commits(protocol, () => this.#membership.member);
    this.#outage = new Outage(options.logger, 'Kafka does not say where to read on from');
  }

  /** Until it is told to stop; then lets go of everything in order, and leaves. */
  async follow(): Promise<void> {
    const loseAll = () => {
      for (const { held } of this.#slots.values()) held?.lose();
      this.#wake();
    };
    this.#stop.addEventListener('abort', loseAll);
    const following = this.#membership.follow(this.#stop);
    if (!this.#stop.aborted) await new Promise((resolve) => this.#stop.addEventListener('abort', resolve));
    await Promise.all([...this.#slots.values()].map((slot) => this.#finish(slot)));
    this.#fetching.stop();
    await shortly(following);
    await shortly(this.#membership.leave().catch(() => undefined));
    this.#stop.removeEventListener('abort', loseAll);
  }

  /** The next partition that falls to this member; null: it was told to stop. */
  async next(): Promise<HeldPartition | null> {
    while (!this.#stop.aborted) {
      const held = this.#given.shift();
      if (held !== undefined && !held.lost.aborted) return held;
      if (held !== undefined) held.release();
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
    for (const held of this.#given.splice(0)) held.release();
    return null;
  }

  /** Throws LogUnavailableError where that is not known at present. */
  async lag(): Promise<number> {
    const slots = [...this.#slots.values()].filter(({ leaving }) => !leaving);
    const held = slots.flatMap((slot) => slot.held ?? []);
    if (this.#membership.member === null || held.length < slots.length) {
      throw new LogUnavailableError("Kafka's consumer group is not joined at present: how much waits is not known.");
    }
    const ends = await this.#ends(held.map(({ partition }) => partition));
    return held.reduce((sum, one) => sum + Math.max(0, (ends.get(one.partition) ?? 0) - one.committedTo), 0);
  }

  owned(): readonly number[] {
    return [...this.#slots.keys()];
  }

  assigned(partitions: readonly number[]): void {
    const mine = new Set(partitions);
    const leaving = [...this.#slots.values()].filter((slot) => !slot.leaving && !mine.has(slot.partition));
    const coming = partitions.filter((partition) => !this.#slots.has(partition));
    this.#logger.info({ partitions, leaving: leaving.map(({ partition }) => partition) }, 'Kafka partitions to read');
    for (const partition of coming) void this.#open(partition);
    if (leaving.length === 0) return;
    void Promise.all(leaving.map((slot) => this.#finish(slot))).then(() => this.#membership.letGo());
  }

  ejected(): void {
    if (this.#slots.size > 0) this.#logger.warn({ partitions: this.owned() }, 'Kafka partitions lost');
    for (const slot of [...this.#slots.values()]) {
      this.#slots.delete(slot.partition);
      this.#commits.drop(slot.partition);
      if (!slot.leaving) void this.#drain(slot);
    }
  }

  heard(): void {
    void this.#commits.tell();
  }

  /** Finds out where to read on from, trying until it is known or the partition is not this member's any more. */
  async #open(partition: number): Promise<void> {
    const slot: Slot = { partition, held: null, leaving: false };
    this.#slots.set(partition, slot);
    const isWanted = () => this.#slots.get(partition) === slot && !slot.leaving && !this.#stop.aborted;
    await this.#draining.get(partition);
    for (let attempt = 0; isWanted(); attempt++) {
      await sleep(pauseBefore(attempt));
      try {
        const position = await this.#startOf(partition);
        this.#outage.isOver();
        if (isWanted()) this.#give(slot, position);
        return;
      } catch (error) {
        this.#outage.goesOn(error);
      }
    }
  }

  async #startOf(partition: number): Promise<number> {
    const committed = (await this.#protocol.committed([partition])).get(partition);
    if (committed !== undefined) return committed;
    const oldest = (await this.#protocol.offsets('oldest', [partition])).get(partition);
    if (oldest === undefined) throw new Error(`nothing is known of partition ${partition}`);
    return oldest;
  }

  #give(slot: Slot, position: number): void {
    const { partition } = slot;
    const held = new HeldPartition(partition, position, {
      wants: () => this.#fetching.hasRoom(partition),
      commit: (next) => {
        if (this.#slots.get(partition) === slot) this.#commits.set(partition, next);
      },
      end: async () => (await this.#ends([partition])).get(partition) ?? position,
    });
    slot.held = held;
    this.#fetching.add(held);
    this.#given.push(held);
    this.#wake();
  }

  /** Has a partition's reader come to its end, while the partition is still this member's. */
  async #finish(slot: Slot): Promise<void> {
    slot.leaving = true;
    await this.#drain(slot);
    await shortly(this.#commits.tell());
    if (this.#slots.get(slot.partition) === slot) this.#slots.delete(slot.partition);
    this.#commits.drop(slot.partition);
  }

  async #drain({ partition, held }: Slot): Promise<void> {
    if (held === null) return;
    const draining = this.#loseAndWait(held);
    this.#draining.set(partition, draining);
    await draining;
    if (this.#draining.get(partition) === draining) this.#draining.delete(partition);
  }

  async #loseAndWait(held: HeldPartition): Promise<void> {
    held.lose();
    this.#fetching.remove(held);
    // Not taken out of the queue yet: nobody reads it.
    if (this.#given.includes(held)) held.release();
    if (await held.releasedWithin(RELEASE_WITHIN_MS)) return;
    const { partition } = held;
    this.#logger.warn({ partition }, 'A Kafka partition goes to somebody else while it is still being written from');
  }

  async #ends(partitions: readonly number[]): Promise<ReadonlyMap<number, number>> {
    try {
      return await within(ENDS_WITHIN_MS, this.#protocol.offsets('end', partitions));
    } catch (cause) {
      throw new LogUnavailableError(`Kafka does not say how much it holds (${String(cause)}).`, { cause });
    }
  }
}

async function shortly(promise: Promise<unknown>): Promise<void> {
  const enough = new AbortController();
  const late = sleep(PARTING_WITHIN_MS, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([promise, late]);
  enough.abort();
}
