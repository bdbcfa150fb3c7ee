import type { Seen } from '@readout/engagement';
import type { EventFetch, ReaderEvent } from '@readout/events';

/** What settling needs of an event; the warehouse keeps all of it. */
export type Kept = Pick<ReaderEvent, 'kind' | 'time' | 'link' | 'reader' | 'network' | 'fetch'>;

/** An open or a click with what its verdict is made of. */
export type Fetched = Kept & { readonly kind: 'opened' | 'clicked'; readonly fetch: EventFetch };

/** Whether its verdict can be settled. What somebody merely reports, and what is nobody's, keeps its first verdict. */
export function isFetch(event: Kept): event is Fetched {
  return (event.kind === 'opened' || event.kind === 'clicked') && event.fetch !== undefined && event.reader !== null;
}

export function seenOf({ kind, time, link, network, fetch }: Fetched): Seen {
  return {
    kind,
    time,
    link: link ?? 0,
    method: fetch.method,
    client: fetch.client,
    network: network ?? 'unknown',
    place: fetch.place,
    shape: fetch.shape,
    said: fetch.said ?? 'nothing',
  };
}
