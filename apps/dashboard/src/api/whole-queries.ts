import type { EditionList, EditionPreview, IssuePaywall, IssuePeople, IssueReading } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { request, segment } from './client.ts';
import { besideKey } from './verdict-queries.ts';

const issuePath = (publication: string, issue: string) =>
  `/publications/${segment(publication)}/issues/${segment(issue)}`;

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

/** The editions of an issue to be looked at, the whole one first. They never change. */
export const previewsQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: ['previews', publication, issue],
    queryFn: async ({ signal }) => {
      const path = `${issuePath(publication, issue)}/editions`;
      const { items } = await request<EditionList>('GET', path, undefined, signal);
      return Promise.all(
        items.map((edition) => request<EditionPreview>('GET', `${path}/${edition}/preview`, undefined, signal)),
      );
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
