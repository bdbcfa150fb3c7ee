/** How often something may happen: `perSecond` in the long run, `burst` at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** A second of the rate times this may come at once. */
const BURST_SECONDS = 10;

/** A limit as the operator sets it; null: none. */
export function rateOf(perSecond: number | null): Rate | null {
  return perSecond === null ? null : { perSecond, burst: perSecond * BURST_SECONDS };
}

interface Bucket {
  tokens: number;
  /** When `tokens` was true, in milliseconds of the clock given. */
  at: number;
}

/** More buckets than this are not kept: the ones left alone longest are forgotten, which gives them a fresh start. */
const MOST_BUCKETS = 200_000;

/**
 * A token bucket for each key. A bucket that nobody has touched for as long as it takes to fill is full, so it need
 * not be kept: there are two generations, and the older one is let go of when that time has passed.
 */
export class TokenBuckets<Key> {
  readonly #rate: Rate;
  readonly #generationMs: number;
  #young = new Map<Key, Bucket>();
  #old = new Map<Key, Bucket>();
  #turnedAt = Number.NEGATIVE_INFINITY;

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#generationMs = (rate.burst / rate.perSecond) * 1000;
  }

  /** Takes a token, if there is one. @param now milliseconds of a clock that never goes back. */
  take(key: Key, now: number): boolean {
    if (now - this.#turnedAt > this.#generationMs || this.#young.size > MOST_BUCKETS) this.#turn(now);
    const bucket = this.#find(key, now);
    const { perSecond, burst } = this.#rate;
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  #find(key: Key, now: number): Bucket {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const bucket = this.#old.get(key) ?? { tokens: this.#rate.burst, at: now };
    this.#young.set(key, bucket);
    return bucket;
  }

  #turn(now: number): void {
    this.#turnedAt = now;
    this.#old = this.#young;
    this.#young = new Map();
  }
}
