import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaLogger } from '../options.ts';
import { assignPartitions } from './assignment.ts';
import { decodeAssignment, decodeSubscription, encodeAssignment, encodeSubscription } from './consumer-protocol.ts';
import { type GroupProtocol, type Joined, type Member, refusedWith } from './group-protocol.ts';
import { Outage, pauseBefore } from './outage.ts';

/** How often whoever leads looks whether the topic has more partitions now. */
const COUNT_EVERY_MS = 60_000;
/** Between being told to join anew and doing so. */
const ANEW_AFTER_MS = 20;

export interface MembershipTimes {
  readonly sessionMs: number;
  readonly heartbeatMs: number;
}

export interface MembershipEvents {
  /** What is held, or not let go of yet. */
  owned(): readonly number[];
  /** What is to be held from now on; what else is held is to be let go of, after which `letGo` is called. */
  assigned(partitions: readonly number[]): void;
  /** Nothing is this member's any more. */
  ejected(): void;
  /** The group has just answered this member. */
  heard(): void;
}

/**
 * Being a member of the group: joins, says that it is alive, and joins anew whenever the group changes, for ever.
 * Partitions that stay are read on meanwhile. Where the group cannot be reached for as long as a session lasts, what
 * was held is given up, since it may be somebody else's by then.
 */
export class Membership {
  readonly #protocol: GroupProtocol;
  readonly #topic: string;
  readonly #times: MembershipTimes;
  readonly #events: MembershipEvents;
  readonly #outage: Outage;
  #memberId = '';
  #member: Member | null = null;
  #isLeader = false;
  #partitions = 0;
  /** By a clock that never goes back. */
  #heardAt = 0;
  #countedAt = 0;
  #joinAnew = false;
  #wake: () => void = () => undefined;

  constructor(
    protocol: GroupProtocol,
    options: { readonly topic: string; readonly logger: KafkaLogger },
    times: MembershipTimes,
    events: MembershipEvents,
  ) {
    this.#protocol = protocol;
    this.#topic = options.topic;
    this.#times = times;
    this.#events = events;
    this.#outage = new Outage(options.logger, "Kafka's consumer group cannot be joined");
  }

  /** Null: not at present. */
  get member(): Member | null {
    return this.#member;
  }

  /** What was to be let go of is not held any more: the group can give it to others. */
  letGo(): void {
    this.#joinAnew = true;
    this.#wake();
  }

  /** Ends when the signal aborts; the group still counts on this member then, until `leave`. */
  async follow(signal: AbortSignal): Promise<void> {
    const wake = () => this.#wake();
    signal.addEventListener('abort', wake);
    for (let failures = 0; !signal.aborted; ) {
      try {
        if (this.#member === null || this.#joinAnew) await this.#join();
        else await this.#sayAlive();
        failures = 0;
        this.#outage.isOver();
        await this.#pause(this.#times.heartbeatMs, signal);
      } catch (error) {
        if (signal.aborted) break;
        if (this.#understands(error)) {
          await sleep(ANEW_AFTER_MS);
          continue;
        }
        failures++;
        this.#outage.goesOn(error);
        this.#giveUpWhenForgotten();
        await sleep(pauseBefore(failures), undefined, { signal }).catch(() => undefined);
      }
    }
    signal.removeEventListener('abort', wake);
  }

  async leave(): Promise<void> {
    this.#member = null;
    if (this.#memberId !== '') await this.#protocol.leave(this.#memberId);
  }

  async #join(): Promise<void> {
    this.#joinAnew = false;
    try {
      await this.#joinAndSync();
    } catch (error) {
      // The group may wait for it: a member that only said that it is alive would keep what it has let go of.
      this.#joinAnew = true;
      throw error;
    }
  }

  async #joinAndSync(): Promise<void> {
    const owned = this.#events.owned();
    const joined = await this.#protocol.join(this.#memberId, encodeSubscription(this.#topic, { owned }));
    this.#memberId = joined.memberId;
    const member = { memberId: joined.memberId, generation: joined.generation };
    const assignment = await this.#protocol.sync(member, await this.#assign(joined));
    this.#isLeader = joined.members !== null;
    this.#member = member;
    this.#heard();
    this.#events.assigned(decodeAssignment(assignment, this.#topic));
  }

  async #assign({ members }: Joined): Promise<ReadonlyMap<string, Buffer>> {
    if (members === null) return new Map();
    this.#partitions = (await this.#protocol.leaders()).length;
    this.#countedAt = performance.now();
    const owned = new Map(
      [...members].map(([member, bytes]) => [member, decodeSubscription(bytes, this.#topic).owned] as const),
    );
    const assigned = assignPartitions(owned, this.#partitions);
    return new Map([...assigned].map(([member, list]) => [member, encodeAssignment(this.#topic, list)]));
  }

  async #sayAlive(): Promise<void> {
    if (this.#member === null) return;
    await this.#protocol.heartbeat(this.#member);
    this.#heard();
    if (!this.#isLeader || performance.now() - this.#countedAt < COUNT_EVERY_MS) return;
    this.#countedAt = performance.now();
    this.#joinAnew = (await this.#protocol.leaders()).length !== this.#partitions;
  }

  #heard(): void {
    this.#heardAt = performance.now();
    this.#events.heard();
  }

  /** What belongs to the life of a group; anything else is trouble. */
  #understands(error: unknown): boolean {
    if (refusedWith(error, 'rebalanceInProgress')) {
      this.#joinAnew = true;
      return true;
    }
    if (!refusedWith(error, 'unknownMember', 'illegalGeneration')) return false;
    // The group went on without this member, which was not heard of for too long. It begins anew.
    if (refusedWith(error, 'unknownMember')) this.#memberId = '';
    this.#forget();
    return true;
  }

  #giveUpWhenForgotten(): void {
    if (this.#member === null || performance.now() - this.#heardAt < this.#times.sessionMs) return;
    this.#forget();
  }

  #forget(): void {
    this.#member = null;
    this.#events.ejected();
  }

  /** Cut short by `letGo` and by the end. */
  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#joinAnew || signal.aborted) return;
    const enough = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await Promise.race([woken, sleep(ms, undefined, { signal: enough.signal }).catch(() => undefined)]);
    enough.abort();
  }
}
