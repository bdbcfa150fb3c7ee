/** From so many rows of one file on nobody looks for repeats: the preview is not worth the memory. */
const MOST_ROWS = 1_000_000;

/** Tells rows of one file that say the same of the same person at the same moment. */
export class Repeats {
  /** By moment. Nearly always one person did something then. */
  readonly #seen = new Map<number, string | Set<string>>();
  #rows = 0;

  isRepeat(address: string, time: number): boolean {
    if (this.#rows >= MOST_ROWS) return false;
    const then = this.#seen.get(time);
    if (then === address || (typeof then === 'object' && then.has(address))) return true;
    this.#rows++;
    if (typeof then === 'object') then.add(address);
    else this.#seen.set(time, then === undefined ? address : new Set([then, address]));
    return false;
  }
}
