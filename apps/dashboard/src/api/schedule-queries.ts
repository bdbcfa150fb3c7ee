import type { MailServerView, ScheduleList, ScheduleRunList } from '@readout/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { publicationPath, request, segment } from './client.ts';

const PAGE = '10';
/** What is under way ends within moments. */
const WATCH_MS = 2_000;
const LOOK_AGAIN_MS = 30_000;

export const schedulesPath = (publication: string) => `${publicationPath(publication)}/schedules`;
export const schedulePath = (publication: string, schedule: string) =>
  `${schedulesPath(publication)}/${segment(schedule)}`;
export const mailServerPath = (publication: string) => `${publicationPath(publication)}/mail-server`;

const isUnderWay = (state: string | undefined) => state === 'making' || state === 'sending';

export const schedulesQuery = (publication: string) =>
  queryOptions({
    queryKey: ['schedules', publication],
    queryFn: ({ signal }) => request<ScheduleList>('GET', schedulesPath(publication), undefined, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ lastRun }) => isUnderWay(lastRun?.state)) === true ? WATCH_MS : LOOK_AGAIN_MS,
  });

export const runsQuery = (publication: string, schedule: string) =>
  infiniteQueryOptions({
    queryKey: ['schedules', publication, 'runs', schedule],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) });
      return request<ScheduleRunList>('GET', `${schedulePath(publication, schedule)}/runs?${query}`, undefined, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((one) => isUnderWay(one.state))) === true
        ? WATCH_MS
        : LOOK_AGAIN_MS,
  });

export const mailServerQuery = (publication: string) =>
  queryOptions({
    queryKey: ['mail server', publication],
    queryFn: ({ signal }) => request<MailServerView>('GET', mailServerPath(publication), undefined, signal),
  });
