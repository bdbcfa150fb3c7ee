/** FNV-1a, 32 bit (Fowler, Noll, Vo). */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * A bounded memory that forgets what was not asked for lately. A key has two places, which it shares with the few that
 * come to the same number: what is asked for moves to the first, and what is new pushes out the second. Nothing grows,
 * and nothing is moved but within those two, so that keys that all come once cost next to nothing; a map that is
 * emptied now and then took a collector 4 µs a hit.
 */
export class RecentAnswers<Answer> {
  readonly #keys: (string | undefined)[];
  readonly #answers: (Answer | undefined)[];
  /** Of the number of pairs, which is a power of two. */
  readonly #mask: number;
  #size = 0;

  /** @param limit most entries held at any time, at least 2; a power of two is used whole. */
  constructor(limit: number) {
    const pairs = 2 ** Math.floor(Math.log2(Math.max(1, limit / 2)));
    this.#mask = pairs - 1;
    this.#keys = new Array<string | undefined>(2 * pairs).fill(undefined);
    this.#answers = new Array<Answer | undefined>(2 * pairs).fill(undefined);
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): Answer | undefined {
    const first = this.#placeOf(key);
    if (this.#keys[first] === key) return this.#answers[first];
    if (this.#keys[first + 1] !== key) return undefined;
    const answer = this.#answers[first + 1];
    this.#toSecond(first);
    this.#keys[first] = key;
    this.#answers[first] = answer;
    return answer;
  }

  set(key: string, answer: Answer): void {
    const first = this.#placeOf(key);
    if (this.#keys[first] !== key) {
      // Where the second place is empty, or the key itself stands there, nothing is pushed out.
      if (this.#keys[first + 1] === undefined) this.#size++;
      this.#toSecond(first);
    }
    this.#keys[first] = key;
    this.#answers[first] = answer;
  }

  #toSecond(first: number): void {
    this.#keys[first + 1] = this.#keys[first];
    this.#answers[first + 1] = this.#answers[first];
  }

  #placeOf(key: string): number {
    let hash = BASIS;
    for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), PRIME);
    // Its low bits are the weaker ones.
    return ((hash ^ (hash >>> 15)) & this.#mask) * 2;
  }
}
