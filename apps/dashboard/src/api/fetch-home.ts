import type { QueryClient } from '@tanstack/react-query';
import type { Span } from '../pages/home/home-search.ts';
import { attentionQuery, calendarQuery, overviewQuery } from './home-queries.ts';
import { collectionQuery, lastIssueQuery, publicationsQuery, sampleQuery, sessionQuery } from './queries.ts';
import { usualQuery } from './usual-queries.ts';

/** Everything that home and its frame draw at first. Rejects where anything of it is refused or fails. */
export async function fetchHome(queries: QueryClient, publication: string, days: Span): Promise<void> {
  const standing = async () => {
    const { last } = await queries.fetchQuery(lastIssueQuery(publication));
    if (last !== null) await queries.fetchQuery(usualQuery(publication, last.id));
  };
  await Promise.all([
    queries.fetchQuery(sessionQuery),
    queries.fetchQuery(publicationsQuery),
    queries.fetchQuery(sampleQuery),
    queries.fetchQuery(collectionQuery),
    queries.fetchQuery(attentionQuery(publication)),
    queries.fetchQuery(overviewQuery(publication, days)),
    queries.fetchQuery(calendarQuery(publication)),
    standing(),
  ]);
}
