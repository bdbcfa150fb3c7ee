import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

const PAGE = 25;

export const exportsQuery = (publication: string) =>
  infiniteQueryOptions({
    queryKey: ['exports', publication],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get('/api/v1/publications/{publication}/exports', {
        path: { publication },
        query: { limit: PAGE, cursor },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
