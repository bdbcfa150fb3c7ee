import type { EditionList, EditionPreview, IssuePaywall, IssuePeople, IssueReading } from '@readout/api-contract';
import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import { issuePath, request } from './client.ts';
import { besideKey } from './verdict-queries.ts';

/** What stands beside an issue's figures and follows them at a distance (use-live.ts). */
const beside =
  <Answer>(what: 'reading' | 'paywall' | 'audience') =>
  (publication: string, issue: string) =>
    queryOptions({
      queryKey: [...besideKey(publication, issue), what],
      queryFn: ({ signal }) => request<Answer>('GET', `${issuePath(publication, issue)}/${what}`, undefined, signal),
    });

export const readingQuery = beside<IssueReading>('reading');
export const paywallQuery = beside<IssuePaywall>('paywall');
export const audienceQuery = beside<IssuePeople>('audience');

const editionsPath = (publication: string, issue: string) => `${issuePath(publication, issue)}/editions`;

/** Which editions there are of an issue, the whole one first. They never change. */
export const editionsQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: ['editions', publication, issue],
    queryFn: async ({ signal }) =>
      (await request<EditionList>('GET', editionsPath(publication, issue), undefined, signal)).items,
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
            request<EditionPreview>('GET', `${editionsPath(publication, issue)}/${edition}/preview`, undefined, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
