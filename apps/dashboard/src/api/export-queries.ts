import type { LoggedExports } from '@readout/api-contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { publicationPath, request } from './client.ts';

const PAGE = '25';

export const exportsQuery = (publication: string) =>
  infiniteQueryOptions({
    queryKey: ['exports', publication],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) });
      return request<LoggedExports>('GET', `${publicationPath(publication)}/exports?${query}`, undefined, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
