import type { Edition, EventKind, Fact, LogRecord, Segment, Statement } from '@readout/events';
import { machineAddress } from './addresses.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { domainOf, type Fetcher, requestOf } from './requests.ts';

/** Which issue a fact belongs to, in which edition, and in which standing the reader got it. */
export interface Delivery {
  readonly issue: number;
  readonly segment: Exclude<Segment, 'none'>;
  readonly edition: Exclude<Edition, 'none'>;
}

/** Collects what happens, in whatever order it is thought of; hands it out in the order of time. */
export class Journal {
  readonly #publication: number;
  /** UTC, ms: what would happen later is not written down. */
  readonly now: number;
  #waiting: LogRecord[] = [];

  constructor(publication: number, now: number) {
    this.#publication = publication;
    this.now = now;
  }

  /**
   * A fact about a reader and an issue; `time` in ms, fractions allowed.
   * @param referrer host of the page that led there; null: none.
   */
  fact(kind: EventKind, time: number, reader: Person, delivery: Delivery, referrer: string | null = null): void {
    if (time > this.now) return;
    this.#waiting.push({
      type: 'fact',
      version: 1,
      kind,
      time: Math.floor(time),
      publication: this.#publication,
      issue: delivery.issue,
      reader: reader.id,
      segment: delivery.segment,
      edition: delivery.edition,
      ...(kind === 'sent' ? { domain: domainOf(reader.client.kind, reader.id) } : {}),
      ...(referrer === null ? {} : { referrer }),
      source: 'sample',
    });
  }

  /** A section that a reader had in view on the web. */
  sectionRead(time: number, reader: Person, delivery: Delivery, section: number): void {
    if (time > this.now) return;
    const fact: Fact = {
      type: 'fact',
      version: 1,
      kind: 'section_read',
      time: Math.floor(time),
      publication: this.#publication,
      issue: delivery.issue,
      section,
      reader: reader.id,
      segment: delivery.segment,
      edition: delivery.edition,
      source: 'sample',
    };
    this.#waiting.push(fact);
  }

  /** Somebody who joins as a free reader. */
  joined(time: number, reader: Person, segment: Exclude<Segment, 'none'>): void {
    if (time > this.now) return;
    this.#waiting.push({
      type: 'fact',
      version: 1,
      kind: 'subscribed',
      time: Math.floor(time),
      publication: this.#publication,
      reader: reader.id,
      segment,
      source: 'sample',
    });
  }

  /** What a billing system would state of a subscription. */
  stated(time: number, reader: Person, subscription: number, says: Statement['says']): void {
    if (time > this.now) return;
    this.#waiting.push({
      type: 'statement',
      version: 1,
      system: 'sample',
      time: Math.floor(time),
      publication: this.#publication,
      subscription,
      reader: reader.id,
      says,
    });
  }

  /** A fetch of a pixel (`opened`) or a link (`clicked`), as a collector would see it. */
  hit(
    kind: 'opened' | 'clicked',
    time: number,
    target: string,
    reader: Person,
    method: 'GET' | 'HEAD',
    address: string,
    agent: string | undefined,
    by: Fetcher = 'person',
  ): void {
    if (time > this.now) return;
    this.#waiting.push({
      type: 'hit',
      version: 1,
      kind,
      time: Math.floor(time),
      target,
      token: reader.token,
      method,
      source: 'sample',
      ...requestOf(kind, by, address, agent),
      address,
      ...(agent === undefined ? {} : { agent }),
    });
  }

  /** The same by a machine of a mail provider or a gateway. */
  machineHit(
    kind: 'opened' | 'clicked',
    time: number,
    target: string,
    reader: Person,
    method: 'GET' | 'HEAD',
    owner: Exclude<Fetcher, 'person'>,
    agent: string | undefined,
    random: Random,
  ): void {
    this.hit(kind, time, target, reader, method, machineAddress(random, owner), agent, owner);
  }

  /** Takes out what happened before `time` (UTC, ms), in the order of time; later things wait. */
  before(time: number): readonly LogRecord[] {
    this.#waiting.sort((a, b) => a.time - b.time);
    let count = this.#waiting.findIndex((record) => record.time >= time);
    if (count === -1) count = this.#waiting.length;
    const done = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    return done;
  }
}

/** What is going on: chance, and the journal that it goes into. */
export interface Run {
  readonly random: Random;
  /** Where visits of the web page come from: apart, so that nothing else hangs on it. */
  readonly referrals: Random;
  readonly journal: Journal;
}
