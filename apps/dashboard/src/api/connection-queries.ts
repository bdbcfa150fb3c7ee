import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

/** Milliseconds between looks while the page is open. */
const LOOK_MS = 2_000;
/** And at a check that is under way. */
const CHECK_MS = 500;

export const connectionsQuery = (publication: string) =>
  queryOptions({
    queryKey: ['connections', publication],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/connections', { path: { publication }, signal }),
    refetchInterval: LOOK_MS,
  });

/** Looked at until it was written. */
export const checkQuery = (publication: string, check: number) =>
  queryOptions({
    queryKey: ['connections', publication, 'check', check],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/connections/checks/{check}', {
        path: { publication, check },
        signal,
      }),
    refetchInterval: ({ state }) => (state.data?.writtenAt == null ? CHECK_MS : false),
  });
