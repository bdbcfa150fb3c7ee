import type { Seen } from '@readout/engagement';
import type { EventFetch, ProviderWord, ReaderEvent } from '@readout/events';

/** What settling needs of an event; the warehouse keeps all of it. */
export type Kept = Pick<ReaderEvent, 'kind' | 'time' | 'link' | 'reader' | 'network' | 'fetch' | 'sighting'> &
  Partial<Pick<ReaderEvent, 'source'>>;

/** An open or a click with what its verdict is made of. */
export type Fetched = Kept & { readonly kind: 'opened' | 'clicked'; readonly fetch: EventFetch };

/**
 * Whether it says when the message reached its reader. What is imported says that and that it was sent in one: see
 * docs/decisions/0012.
 */
export function isDelivery({ kind, source }: Pick<Kept, 'kind' | 'source'>): boolean {
  return kind === 'delivered' || (kind === 'sent' && source === 'import');
}

/** Whether its verdict can be settled. What somebody merely reports, and what is nobody's, keeps its first verdict. */
export function isFetch(event: Kept): event is Fetched {
  return (event.kind === 'opened' || event.kind === 'clicked') && event.fetch !== undefined && event.reader !== null;
}

/**
 * @param said What the mail provider says of it, by all that is known now; where that is nothing, what was known at the
 * first look counts: it may have been said by something that came nearer since.
 */
export function seenOf({ kind, time, link, network, fetch }: Fetched, said: ProviderWord = 'nothing'): Seen {
  return {
    kind,
    time,
    link: link ?? 0,
    method: fetch.method,
    client: fetch.client,
    network: network ?? 'unknown',
    place: fetch.place,
    shape: fetch.shape,
    said: said === 'nothing' ? (fetch.said ?? said) : said,
  };
}
