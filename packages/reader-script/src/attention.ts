/** Where something stands on the page, in pixels from the top of what is seen of it. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Half of it is in view, or it fills half of the view. What has no height is not there. */
export function isInView({ top, bottom }: Extent, viewHeight: number): boolean {
  const seen = Math.min(bottom, viewHeight) - Math.max(top, 0);
  return seen > 0 && seen * 2 >= Math.min(bottom - top, viewHeight);
}

/** How long something has to be seen to count. */
export interface Counts {
  /** Milliseconds. */
  readonly after: number;
  /** In one go: looking away begins anew. Otherwise all the time that it was seen adds up. */
  readonly unbroken: boolean;
}

/** The time that one thing has been seen. */
export class Attention {
  readonly #counts: Counts;
  #seenMs = 0;
  #wasSeen = false;
  #isOver = false;

  constructor(counts: Counts) {
    this.#counts = counts;
  }

  /**
   * @returns true once: when it has been seen for long enough
   * @param ms since the last look; null where what was seen meanwhile is not known
   */
  look(isSeen: boolean, ms: number | null): boolean {
    if (this.#isOver) return false;
    // Seen at both looks, it was seen between them.
    if (isSeen && this.#wasSeen && ms !== null) this.#seenMs += ms;
    else if (this.#counts.unbroken) this.#seenMs = 0;
    this.#wasSeen = isSeen;
    this.#isOver = this.#seenMs >= this.#counts.after;
    return this.#isOver;
  }
}
