import type { EditionPreview } from '@readout/api-contract';
import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import { api } from './client.ts';
import { besideKey } from './verdict-queries.ts';

/** What stands beside an issue's figures and follows them at a distance (use-live.ts). */
const beside =
  <Answer>(
    what: string,
    ask: (options: { path: { publication: string; issue: string }; signal: AbortSignal }) => Promise<Answer>,
  ) =>
  (publication: string, issue: string) =>
    queryOptions({
      queryKey: [...besideKey(publication, issue), what],
      queryFn: ({ signal }) => ask({ path: { publication, issue }, signal }),
    });

export const readingQuery = beside('reading', (options) =>
  api.get('/api/v1/publications/{publication}/issues/{issue}/reading', options),
);
export const paywallQuery = beside('paywall', (options) =>
  api.get('/api/v1/publications/{publication}/issues/{issue}/paywall', options),
);
export const audienceQuery = beside('audience', (options) =>
  api.get('/api/v1/publications/{publication}/issues/{issue}/audience', options),
);

/** Which editions there are of an issue, the whole one first. They never change. */
export const editionsQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: ['editions', publication, issue],
    queryFn: async ({ signal }) =>
      (
        await api.get('/api/v1/publications/{publication}/issues/{issue}/editions', {
          path: { publication, issue },
          signal,
        })
      ).items,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** One of them to be looked at. While another is on its way, the one before stays. @param edition null: none is asked for (yet) */
export const previewQuery = (publication: string, issue: string, edition: EditionPreview['edition'] | null) =>
  queryOptions({
    queryKey: ['preview', publication, issue, edition],
    queryFn:
      edition === null
        ? skipToken
        : ({ signal }) =>
            api.get('/api/v1/publications/{publication}/issues/{issue}/editions/{edition}/preview', {
              path: { publication, issue, edition },
              signal,
            }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
