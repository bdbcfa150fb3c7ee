import type { SentIssue } from './worker-messages.ts';

/**
 * The newest issue that had gone out by a moment, no longer than the window before it; null: there is none.
 * @param issues The earliest first.
 */
export function issueBefore(issues: readonly SentIssue[], time: number, windowMs: number): SentIssue | null {
  let low = 0;
  let high = issues.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((issues[middle]?.sentAt ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  const last = issues[low - 1];
  return last !== undefined && last.sentAt + windowMs >= time ? last : null;
}
