import type { Attention, IssueUsual, PublicationCalendar, PublicationOverview } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { ApiError, request, segment } from './client.ts';

/** What is usual moves by the hour. */
const USUAL_MS = 60_000;

export const overviewKey = (publication: string) => ['overview', publication] as const;
export const calendarKey = (publication: string) => ['calendar', publication] as const;
export const attentionKey = (publication: string) => ['attention', publication] as const;

export const overviewQuery = (publication: string, days: number) =>
  queryOptions({
    queryKey: [...overviewKey(publication), days],
    queryFn: ({ signal }) =>
      request<PublicationOverview>(
        'GET',
        `/publications/${segment(publication)}/overview?days=${days}`,
        undefined,
        signal,
      ),
  });

export const calendarQuery = (publication: string) =>
  queryOptions({
    queryKey: calendarKey(publication),
    queryFn: ({ signal }) =>
      request<PublicationCalendar>('GET', `/publications/${segment(publication)}/calendar`, undefined, signal),
  });

export const attentionQuery = (publication: string) =>
  queryOptions({
    queryKey: attentionKey(publication),
    queryFn: ({ signal }) =>
      request<Attention>('GET', `/publications/${segment(publication)}/attention`, undefined, signal),
  });

/** What the issues before had at the same age; null: there is nothing to compare with. */
export const usualQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: ['usual', publication, issue],
    queryFn: async ({ signal }) => {
      const path = `/publications/${segment(publication)}/issues/${segment(issue)}/usual`;
      try {
        return await request<IssueUsual>('GET', path, undefined, signal);
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
    staleTime: USUAL_MS,
  });
