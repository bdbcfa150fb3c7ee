import type { Scene } from './scene.ts';
import type { Message, Seen, Surroundings } from './seen.ts';
import { type Weighed, weigh } from './weigh.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Links followed within this belong to one burst. */
const AT_ONCE = 10 * SECOND;
const MOMENTS = 2 * SECOND;
/** Between a click and the gateway's look at the same link. */
const RECHECK = 15 * SECOND;
/** By how much the one must look more like a reader than the other. */
const MORE_LIKE_A_READER = 0.15;
/** A fetch that looks like a reader's own: next to nothing is held against it. */
const READERLIKE = 0.2;
/** How much an open in the same place adds to that. */
const OPENED_HERE = 0.3;
/** From here on an open proves nobody's reading. */
const DOUBTFUL = 0.5;
/** An open this soon after delivery is no sign of a reader, a click this soon after an open neither. */
const SOON_AFTER_DELIVERY = 5 * SECOND;
const SOON_AFTER_OPEN = SECOND;
/** Nobody opens a message and has chosen three of its links within this; a gateway has. */
const CHOOSING_LINKS = 20 * SECOND;
/** How far a fetch looks for its neighbours, on either side: enough for every rule, and no flood makes it slow. */
const MOST_NEIGHBOURS = 200;
/** More distinct links than this no rule asks for, apart from all of them. */
const MOST_LINKS_AT_ONCE = 4;
const NEVER = Number.POSITIVE_INFINITY;

/** What all fetches of one message have in common, in order of time. */
export class Visit {
  readonly #message: Message;
  readonly #around: Surroundings;
  readonly seen: readonly Seen[];
  readonly weighed: readonly Weighed[];
  /** Only these tell anything of their neighbours. */
  #clicks = 0;
  #heads = 0;
  /** Time of the first open that some reader may have made; then by a proxy, in each place, and with each client. */
  #opened = NEVER;
  #openedByProxy = NEVER;
  #openedHere: Map<number, number> | null = null;
  #openedWith: Map<string, number> | null = null;

  /** `seen`: those of the message in order of time. */
  constructor(message: Message, around: Surroundings, seen: readonly Seen[]) {
    this.#message = message;
    this.#around = around;
    this.seen = seen;
    this.weighed = seen.map(weigh);
    for (let at = 0; at < seen.length; at++) {
      const one = entry(seen, at);
      if (one.method === 'HEAD') this.#heads++;
      if (one.kind === 'clicked') this.#clicks++;
      else this.#noteOpen(one, entry(this.weighed, at));
    }
  }

  get domain(): string | undefined {
    return this.#message.domain;
  }

  sinceDelivery(seen: Seen): number | null {
    const { deliveredAt } = this.#message;
    return deliveredAt === null ? null : seen.time - deliveredAt;
  }

  isHoneypot(seen: Seen): boolean {
    return seen.kind === 'clicked' && this.#message.honeypots.has(seen.link);
  }

  sceneOf(at: number): Scene {
    const seen = entry(this.seen, at);
    const clicked = seen.kind === 'clicked';
    const scene: Scene = {
      sinceDelivery: this.sinceDelivery(seen),
      linksAtOnce: 1,
      linksAtOnceByAnybody: 1,
      twoInMoments: false,
      everyLink: false,
      headBeside: false,
      recheck: false,
      otherSystem: false,
      opened: this.#opened <= seen.time + MINUTE,
      openedHere: false,
      openedByProxy: false,
      openedWithThis: false,
      openedBefore: !clicked && this.#opened <= seen.time - MINUTE,
      // Colleagues open from one place too: of an open, what others clicked there tells nothing.
      crowd: clicked && seen.place !== 0 ? this.#around.crowd(seen) : 0,
    };
    if (this.#heads > 0) scene.headBeside = this.#hasHeadBeside(at);
    if (!clicked) return scene;
    if (this.#clicks > 1) this.#lookAround(at, scene);
    const by = seen.time - (scene.linksAtOnce >= 3 ? CHOOSING_LINKS : SOON_AFTER_OPEN);
    scene.openedHere = (this.#openedHere?.get(seen.place) ?? NEVER) <= by;
    scene.openedWithThis = (this.#openedWith?.get(seen.client) ?? NEVER) <= by;
    scene.openedByProxy = this.#openedByProxy <= by;
    return scene;
  }

  #noteOpen(seen: Seen, { certain, client, judgement, balance }: Weighed): void {
    if (judgement.verdict === 'scanner' || balance >= DOUBTFUL) return;
    this.#opened = Math.min(this.#opened, seen.time);
    const since = this.sinceDelivery(seen);
    if (judgement.verdict === 'prefetched' || (since !== null && since <= SOON_AFTER_DELIVERY)) return;
    if (certain) {
      this.#openedByProxy = Math.min(this.#openedByProxy, seen.time);
      return;
    }
    if (client.kind !== 'not_kept') {
      this.#openedWith ??= new Map();
      earliest(this.#openedWith, seen.client, seen.time);
    }
    if (seen.place === 0) return;
    this.#openedHere ??= new Map();
    earliest(this.#openedHere, seen.place, seen.time);
  }

  #wasOpenedHere(seen: Seen): boolean {
    return (this.#openedHere?.get(seen.place) ?? NEVER) <= seen.time - SOON_AFTER_OPEN;
  }

  #hasHeadBeside(at: number): boolean {
    const seen = entry(this.seen, at);
    return this.#someNear(
      at,
      (other) =>
        other.method === 'HEAD' && seen.place !== 0 && other.place === seen.place && other.client === seen.client,
    );
  }

  /** Notes in `scene` what other clicks tell of the click at `at`. */
  #lookAround(at: number, scene: Scene): void {
    const seen = entry(this.seen, at);
    const { links } = this.#message;
    const own = [seen.link];
    const anybodys = [seen.link];
    const all = links >= 3 && this.#clicks >= links ? new Set<number>([seen.link]) : null;
    this.#someNear(at, (other, near) => {
      if (other.kind !== 'clicked') return false;
      if (all !== null && !this.isHoneypot(other)) all.add(other.link);
      const apart = Math.abs(other.time - seen.time);
      if (other.link !== seen.link && apart <= AT_ONCE) {
        addTo(anybodys, other.link);
        if (other.client === seen.client || (seen.place !== 0 && other.place === seen.place)) {
          addTo(own, other.link);
          if (apart <= MOMENTS) scene.twoInMoments = true;
        }
      }
      if (other.link === seen.link && apart <= RECHECK && this.#isRecheckOf(at, near)) {
        scene.recheck = true;
        if (entry(this.weighed, at).client.system !== entry(this.weighed, near).client.system) scene.otherSystem = true;
      }
      return false;
    });
    scene.linksAtOnce = own.length;
    scene.linksAtOnceByAnybody = anybodys.length;
    scene.everyLink = all !== null && all.size >= links;
  }

  /** Whether the fetch at `at` is a gateway's look at the link that a reader follows with the one at `near`. */
  #isRecheckOf(at: number, near: number): boolean {
    const seen = entry(this.seen, at);
    const other = entry(this.seen, near);
    if (other.method === 'HEAD' || (other.place === seen.place && other.client === seen.client)) return false;
    const reader = this.#plainness(near);
    return reader <= READERLIKE && this.#plainness(at) - reader >= MORE_LIKE_A_READER;
  }

  /** How little it looks like this message's reader, in hundredths exactly. */
  #plainness(at: number): number {
    const { balance } = entry(this.weighed, at);
    const less = this.#wasOpenedHere(entry(this.seen, at)) ? OPENED_HERE : 0;
    return Math.round((balance - less) * 100) / 100;
  }

  /** Whether some fetch at most a minute away is found; each is asked once, the nearest first on either side. */
  #someNear(at: number, found: (other: Seen, near: number) => boolean): boolean {
    const { time } = entry(this.seen, at);
    const first = Math.max(0, at - MOST_NEIGHBOURS);
    const last = Math.min(this.seen.length - 1, at + MOST_NEIGHBOURS);
    for (let near = at - 1; near >= first; near--) {
      const other = entry(this.seen, near);
      if (time - other.time > MINUTE) break;
      if (found(other, near)) return true;
    }
    for (let near = at + 1; near <= last; near++) {
      const other = entry(this.seen, near);
      if (other.time - time > MINUTE) break;
      if (found(other, near)) return true;
    }
    return false;
  }
}

/** Keeps the earlier of two times under a key. */
export function earliest<Key>(times: Map<Key, number>, key: Key, time: number): void {
  const known = times.get(key);
  if (known === undefined || time < known) times.set(key, time);
}

export function entry<Item>(items: readonly Item[], at: number): Item {
  const item = items[at];
  if (item === undefined) throw new RangeError(`there is no item ${at} among ${items.length}`);
  return item;
}

function addTo(links: number[], link: number): void {
  if (links.length < MOST_LINKS_AT_ONCE && !links.includes(link)) links.push(link);
}
