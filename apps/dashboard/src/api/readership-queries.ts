import type { ReaderGroups, SubjectsView } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { request, segment } from './client.ts';

/** What is made of many issues: it follows the figures at a long distance (use-live.ts). */
export const slowKey = (publication: string) => ['slow', publication] as const;

export const groupsQuery = (publication: string, weeks: number) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'groups', weeks],
    queryFn: ({ signal }) =>
      request<ReaderGroups>(
        'GET',
        `/publications/${segment(publication)}/readers/groups?weeks=${weeks}`,
        undefined,
        signal,
      ),
    // While another stretch of time is on its way, the page stays as it is.
    placeholderData: (before) => before,
    staleTime: 60_000,
  });

/** @param days null: all there are */
export const subjectsQuery = (publication: string, audience: SubjectsView['audience'], days: number | null) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'subjects', audience, days],
    queryFn: ({ signal }) =>
      request<SubjectsView>(
        'GET',
        `/publications/${segment(publication)}/subjects?audience=${audience}${days === null ? '' : `&days=${days}`}`,
        undefined,
        signal,
      ),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
