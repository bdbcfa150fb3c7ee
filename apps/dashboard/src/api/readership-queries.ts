import type { ReaderGroup, SubjectsView } from '@readout/api-contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

const PAGE = 25;

/** What is made of many issues: it follows the figures at a long distance (use-live.ts). */
export const slowKey = (publication: string) => ['slow', publication] as const;

export const groupsQuery = (publication: string, weeks: number) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'groups', weeks],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/readers/groups', { path: { publication }, query: { weeks }, signal }),
    // While another stretch of time is on its way, the page stays as it is.
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** @param days null: all there are */
export const subjectsQuery = (publication: string, audience: SubjectsView['audience'], days: number | null) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'subjects', audience, days],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/subjects', {
        path: { publication },
        query: { audience, ...(days !== null && { days }) },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** Single readers. They are read once and stay, so that nobody moves under whoever looks at them. */
export const singleReadersQuery = (publication: string, group: ReaderGroup | null) =>
  infiniteQueryOptions({
    queryKey: ['single-readers', publication, group],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get('/api/v1/publications/{publication}/readers', {
        path: { publication },
        query: { limit: PAGE, cursor, ...(group !== null && { group }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 60_000,
  });

export const readerHistoryQuery = (publication: string, reader: string) =>
  infiniteQueryOptions({
    queryKey: ['reader-history', publication, reader],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get('/api/v1/publications/{publication}/readers/{reader}', {
        path: { publication, reader: Number(reader) },
        query: { cursor },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The number of the reader whom the sender calls so. */
export const findReader = (publication: string, reader: string) =>
  api.post('/api/v1/publications/{publication}/readers/find', { path: { publication }, body: { reader } });
