import type { Random } from './random.ts';

/**
 * Where those come from who read an issue in the mail and go to its page as well, and how many of a hundred: most by
 * themselves (a bookmark, the address typed in), which leaves no trace. X's links lead by way of `t.co`. A visit that a
 * link in the mail led to has no referrer: our redirects send none.
 */
const REFERRERS: readonly (readonly [host: string, share: number])[] = [
  ['t.co', 14],
  ['google.com', 12],
  ['linkedin.com', 9],
  ['duckduckgo.com', 3],
  ['harbour-forum.example', 6],
];

/** A host, or null for none. */
export function referrer(random: Random): string | null {
  let left = random.between(0, 100);
  for (const [host, share] of REFERRERS) {
    left -= share;
    if (left < 0) return host;
  }
  return null;
}
