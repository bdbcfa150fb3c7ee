import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

export const overviewKey = (publication: string) => ['overview', publication] as const;
export const calendarKey = (publication: string) => ['calendar', publication] as const;
export const attentionKey = (publication: string) => ['attention', publication] as const;

export const overviewQuery = (publication: string, days: number) =>
  queryOptions({
    queryKey: [...overviewKey(publication), days],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/overview', { path: { publication }, query: { days }, signal }),
    // While other days are on their way, the page stays as it is.
    placeholderData: keepPreviousData,
  });

export const calendarQuery = (publication: string) =>
  queryOptions({
    queryKey: calendarKey(publication),
    queryFn: ({ signal }) => api.get('/api/v1/publications/{publication}/calendar', { path: { publication }, signal }),
  });

export const attentionQuery = (publication: string) =>
  queryOptions({
    queryKey: attentionKey(publication),
    queryFn: ({ signal }) => api.get('/api/v1/publications/{publication}/attention', { path: { publication }, signal }),
  });
