import type { Attention, PublicationCalendar, PublicationOverview } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { request, segment } from './client.ts';

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
