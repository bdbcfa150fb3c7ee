import type { Attention, PublicationCalendar, PublicationOverview } from '@readout/api-contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { publicationPath, request } from './client.ts';

export const overviewKey = (publication: string) => ['overview', publication] as const;
export const calendarKey = (publication: string) => ['calendar', publication] as const;
export const attentionKey = (publication: string) => ['attention', publication] as const;

export const overviewQuery = (publication: string, days: number) =>
  queryOptions({
    queryKey: [...overviewKey(publication), days],
    queryFn: ({ signal }) =>
      request<PublicationOverview>('GET', `${publicationPath(publication)}/overview?days=${days}`, undefined, signal),
    // While other days are on their way, the page stays as it is.
    placeholderData: keepPreviousData,
  });

export const calendarQuery = (publication: string) =>
  queryOptions({
    queryKey: calendarKey(publication),
    queryFn: ({ signal }) =>
      request<PublicationCalendar>('GET', `${publicationPath(publication)}/calendar`, undefined, signal),
  });

export const attentionQuery = (publication: string) =>
  queryOptions({
    queryKey: attentionKey(publication),
    queryFn: ({ signal }) => request<Attention>('GET', `${publicationPath(publication)}/attention`, undefined, signal),
  });
