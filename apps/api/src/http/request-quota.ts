/** A quota and how long it is for, as the operator sets it. */
export interface Quota {
  readonly requests: number;
  readonly windowSeconds: number;
}

export interface Standing {
  readonly admitted: boolean;
  /** Requests left in the window. */
  readonly remaining: number;
  /** Seconds until the window is over and the whole quota is there again, at least 1. */
  readonly resetSeconds: number;
}

interface Window {
  readonly endsAt: number;
  used: number;
}

/** More callers than this are not kept apart from their windows: those that began first are forgotten. */
const MOST_CALLERS = 100_000;

/**
 * Counts the requests of each caller in windows that begin with a caller's first request, in this process.
 * @param clock UTC, milliseconds
 */
export class RequestQuota {
  readonly #windows = new Map<string, Window>();

  constructor(
    readonly quota: Quota,
    private readonly clock: () => number,
  ) {}

  /** Counts a request, where there is one left. */
  take(caller: string): Standing {
    const now = this.clock();
    const window = this.#windowOf(caller, now);
    const admitted = window.used < this.quota.requests;
    if (admitted) window.used += 1;
    return {
      admitted,
      remaining: this.quota.requests - window.used,
      resetSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1_000)),
    };
  }

  #windowOf(caller: string, now: number): Window {
    const lengthMs = this.quota.windowSeconds * 1_000;
    const open = this.#windows.get(caller);
    // A clock that was set back must not leave anybody waiting for longer than a window.
    if (open !== undefined && open.endsAt > now && open.endsAt <= now + lengthMs) return open;
    this.#windows.delete(caller);
    const begun = { endsAt: now + lengthMs, used: 0 };
    this.#windows.set(caller, begun);
    this.#forgetOld(now);
    return begun;
  }

  /** A map keeps the order of insertion, which is that of the windows' beginnings. */
  #forgetOld(now: number): void {
    for (const [caller, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size <= MOST_CALLERS) return;
      this.#windows.delete(caller);
    }
  }
}
