import type { ReaderGroup, ReaderGroups, ReaderHistory, SingleReaderList, SubjectsView } from '@readout/api-contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { publicationPath, request, segment } from './client.ts';

/** What is made of many issues: it follows the figures at a long distance (use-live.ts). */
export const slowKey = (publication: string) => ['slow', publication] as const;

export const groupsQuery = (publication: string, weeks: number) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'groups', weeks],
    queryFn: ({ signal }) =>
      request<ReaderGroups>('GET', `${publicationPath(publication)}/readers/groups?weeks=${weeks}`, undefined, signal),
    // While another stretch of time is on its way, the page stays as it is.
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** @param days null: all there are */
export const subjectsQuery = (publication: string, audience: SubjectsView['audience'], days: number | null) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'subjects', audience, days],
    queryFn: ({ signal }) =>
      request<SubjectsView>(
        'GET',
        `${publicationPath(publication)}/subjects?audience=${audience}${days === null ? '' : `&days=${days}`}`,
        undefined,
        signal,
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

const readersPath = (publication: string) => `${publicationPath(publication)}/readers`;

/** Single readers. They are read once and stay, so that nobody moves under whoever looks at them. */
export const singleReadersQuery = (publication: string, group: ReaderGroup | null) =>
  infiniteQueryOptions({
    queryKey: ['single-readers', publication, group],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        limit: '25',
        ...(group === null ? {} : { group }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      });
      return request<SingleReaderList>('GET', `${readersPath(publication)}?${query}`, undefined, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 60_000,
  });

export const readerHistoryQuery = (publication: string, reader: string) =>
  infiniteQueryOptions({
    queryKey: ['reader-history', publication, reader],
    queryFn: ({ pageParam, signal }) =>
      request<ReaderHistory>(
        'GET',
        `${readersPath(publication)}/${segment(reader)}${pageParam === '' ? '' : `?cursor=${segment(pageParam)}`}`,
        undefined,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** The number of the reader whom the sender calls so. */
export const findReader = (publication: string, reader: string) =>
  request<{ reader: number }>('POST', `${readersPath(publication)}/find`, { reader });
