const WINDOW_MS = 5 * 60_000;

export interface FailureLimits {
  readonly perAddress: number;
  /** Bounds a guesser with many addresses, and what their guesses cost us. */
  readonly inAll: number;
}

/** For what a person types. */
const OF_PASSWORDS: FailureLimits = { perAddress: 10, inAll: 100 };

export type Attempt =
  | { readonly admitted: true /** Takes the attempt off the count. */; readonly succeeded: () => void }
  | { readonly admitted: false; readonly retryAfterSeconds: number };

/**
 * Counts failed guesses of passwords and codes over the last five minutes, by address and in all. An attempt
 * counts as failed from its beginning, so that many at once are no way around.
 */
export class Attempts {
  #failures: { readonly address: string; readonly time: number }[] = [];

  constructor(
    private readonly clock: () => number,
    private readonly limits: FailureLimits = OF_PASSWORDS,
  ) {}

  begin(remoteAddress: string): Attempt {
    const now = this.clock();
    const address = networkOf(remoteAddress);
    this.#failures = this.#failures.filter((failure) => failure.time > now - WINDOW_MS);
    const own = this.#failures.filter((failure) => failure.address === address);
    const full =
      own.length >= this.limits.perAddress ? own : this.#failures.length >= this.limits.inAll ? this.#failures : [];
    const oldest = full[0];
    if (oldest !== undefined) {
      return { admitted: false, retryAfterSeconds: Math.max(1, Math.ceil((oldest.time + WINDOW_MS - now) / 1000)) };
    }
    const attempt = { address, time: now };
    this.#failures.push(attempt);
    return {
      admitted: true,
      succeeded: () => {
        this.#failures = this.#failures.filter((failure) => failure !== attempt);
      },
    };
  }
}

/** One household or host has a whole /64 of IPv6 addresses: count them as one. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return groups.slice(0, 4).join(':');
}
