const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** FNV-1a, so that a sequence's randomness depends on its name alone: adding one leaves all others as they are. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Seeded randomness in the units that visits are told in. Times are whole milliseconds. */
export class Draw {
  #state: number;

  constructor(name: string) {
    this.#state = seedOf(name);
  }

  /** Uniform in [0, 1): mulberry32. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.fraction() < share;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    const [first, ...rest] = list;
    const at = this.whole(0, rest.length);
    return at === 0 ? first : (rest[at - 1] ?? first);
  }

  /** `count` different ones in random order, or all where there are fewer. */
  some<T>(list: readonly T[], count: number): T[] {
    const keyed = list.map((one) => ({ one, key: this.fraction() }));
    return keyed
      .sort((left, right) => left.key - right.key)
      .slice(0, count)
      .map(({ one }) => one);
  }

  ms(from: number, to: number): number {
    return this.whole(from, to);
  }

  seconds(from: number, to: number): number {
    return this.whole(from * SECOND, to * SECOND);
  }

  /** Earlier ones are likelier, as after a delivery: half of them fall into the first eighth. */
  minutes(from: number, to: number): number {
    return this.#early(from * MINUTE, to * MINUTE);
  }

  /** Earlier ones are likelier, like `minutes`. */
  hours(from: number, to: number): number {
    return this.#early(from * HOUR, to * HOUR);
  }

  #early(from: number, to: number): number {
    const share = this.fraction();
    return Math.round(from + (to - from) * share * share * share);
  }
}
