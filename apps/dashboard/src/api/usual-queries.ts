import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { besideKey } from './verdict-queries.ts';

/** Milliseconds between looks at what is usual at an age that goes on. */
const AGEING_MS = 60_000;

export const usualQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: [...besideKey(publication, issue), 'usual'],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/issues/{issue}/usual', { path: { publication, issue }, signal }),
    refetchInterval: ({ state }) => (typeof state.data?.age === 'number' ? AGEING_MS : false),
  });
