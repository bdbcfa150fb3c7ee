import type { LiveState } from '../api/live-feed.ts';

/** The state of the live feed, told by a publication's page to the header around it. Null: no page is listening. */
let state: LiveState | null = null;
const listeners = new Set<() => void>();

export const liveNews = {
  tell(next: LiveState | null): void {
    state = next;
    for (const listener of listeners) listener();
  },
  read: (): LiveState | null => state,
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
