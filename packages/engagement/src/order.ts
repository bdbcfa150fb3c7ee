import type { Seen } from './seen.ts';

/** The order in which fetches are looked at: by time, and else by all they hold, so that it never hangs on arrival. */
export function inOrder(a: Seen, b: Seen): number {
  return (
    a.time - b.time ||
    a.link - b.link ||
    a.place - b.place ||
    a.shape - b.shape ||
    compare(a.kind, b.kind) ||
    compare(a.method, b.method) ||
    compare(a.network, b.network) ||
    compare(a.said, b.said) ||
    compare(a.client, b.client)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
