/** Longest token text that is kept of what stands in a token's place. */
const TOKEN_KEPT = 64;

/** What a request to the collector asks for: the second and third part of its path. */
export interface HitAddress {
  readonly target: string;
  readonly token: string;
}

/**
 * Takes `/o/<issue>/<token>.gif` or `/c/<link>/<token>` apart. Says nothing about whether the parts are good:
 * a token may be a merge tag that nobody replaced, and still the reader gets an answer. Null where a part is missing.
 */
export function parseHitAddress(url: string): HitAddress | null {
  const query = url.indexOf('?');
  const end = query === -1 ? url.length : query;
  const slash = url.indexOf('/', 3);
  if (slash === -1 || slash >= end) return null;
  const suffix = url.startsWith('.gif', end - 4) ? 4 : 0;
  return { target: url.slice(3, slash), token: url.slice(slash + 1, Math.min(end - suffix, slash + 1 + TOKEN_KEPT)) };
}
