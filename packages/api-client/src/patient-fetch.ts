import { retryAfterOf } from './failure.ts';

export type Fetch = (request: Request) => Promise<Response>;

export interface Patience {
  /** How often a request is sent again that was refused with 429. */
  readonly retries: number;
  /** Milliseconds that one wait may be long: told to wait for longer, the refusal stands. */
  readonly longestWaitMs: number;
}

/**
 * Sends again what was refused for being too much (429), after as long as `Retry-After` says. Nothing was done of it,
 * whatever the method.
 */
export function patientFetch(fetch: Fetch, { retries, longestWaitMs }: Patience): Fetch {
  return async (request) => {
    for (let left = retries; ; left--) {
      // A body can be read once: the copy is for the next try.
      const again = left > 0 ? request.clone() : null;
      const response = await fetch(request);
      const waitMs = (retryAfterOf(response) ?? Number.POSITIVE_INFINITY) * 1_000;
      if (response.status !== 429 || again === null || waitMs > longestWaitMs) return response;
      await response.body?.cancel();
      await waited(waitMs, request.signal);
      request = again;
    }
  };
}

function waited(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
