import type { SubjectsView } from '@readout/api-contract';
import type { FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query';
import { lastPublication } from '../frame/last-publication.ts';
import { attentionQuery, calendarQuery, overviewQuery } from './home-queries.ts';
import { issuesQuery, lastIssueQuery, publicationsQuery, reportQuery } from './queries.ts';
import { groupsQuery, subjectsQuery } from './readership-queries.ts';
import { usualQuery } from './usual-queries.ts';

/**
 * What the pages of a publication ask for first, asked while their code is still on its way: when somebody opens one,
 * or points at a link to it. Nobody waits for it here, and what fails is asked again, and told, by the page.
 */
export const ahead = {
  home(queries: QueryClient, publication: string, days: number): void {
    if (!isKnown(queries, publication)) return;
    void queries.prefetchQuery(lastIssueQuery(publication));
    void queries.prefetchQuery(attentionQuery(publication));
    void queries.prefetchQuery(overviewQuery(publication, days));
    void queries.prefetchQuery(calendarQuery(publication));
  },
  issues(queries: QueryClient, publication: string, view: string): void {
    if (isKnown(queries, publication)) void queries.prefetchInfiniteQuery(issuesQuery(publication, view));
  },
  issue(queries: QueryClient, publication: string, issue: string): void {
    if (!isKnown(queries, publication)) return;
    void queries.prefetchQuery(reportQuery(publication, issue));
    void queries.prefetchQuery(usualQuery(publication, issue));
  },
  readers(queries: QueryClient, publication: string, weeks: number): void {
    if (isKnown(queries, publication)) void queries.prefetchQuery(groupsQuery(publication, weeks));
  },
  subjects(queries: QueryClient, publication: string, audience: SubjectsView['audience'], days: number | null): void {
    if (isKnown(queries, publication)) void queries.prefetchQuery(subjectsQuery(publication, audience, days));
  },
  growth<View, Key extends QueryKey>(
    queries: QueryClient,
    publication: string,
    view: FetchQueryOptions<View, Error, View, Key>,
  ): void {
    if (isKnown(queries, publication)) void queries.prefetchQuery(view);
  },
};

/** Whether it is there, as far as this browser knows: asking for what is not there would fail for nothing. */
function isKnown(queries: QueryClient, publication: string): boolean {
  const all = queries.getQueryData(publicationsQuery.queryKey);
  return all === undefined ? publication === lastPublication() : all.some(({ id }) => id === publication);
}
