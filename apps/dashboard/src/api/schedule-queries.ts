import type { CreateScheduleRequest, SetMailServerRequest, UpdateScheduleRequest } from '@readout/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

const PAGE = 10;
/** What is under way ends within moments. */
const WATCH_MS = 2_000;
const LOOK_AGAIN_MS = 30_000;

const isUnderWay = (state: string | undefined) => state === 'making' || state === 'sending';

export const schedulesQuery = (publication: string) =>
  queryOptions({
    queryKey: ['schedules', publication],
    queryFn: ({ signal }) => api.get('/api/v1/publications/{publication}/schedules', { path: { publication }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ lastRun }) => isUnderWay(lastRun?.state)) === true ? WATCH_MS : LOOK_AGAIN_MS,
  });

export const runsQuery = (publication: string, schedule: string) =>
  infiniteQueryOptions({
    queryKey: ['schedules', publication, 'runs', schedule],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get('/api/v1/publications/{publication}/schedules/{schedule}/runs', {
        path: { publication, schedule },
        query: { limit: PAGE, cursor },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((one) => isUnderWay(one.state))) === true
        ? WATCH_MS
        : LOOK_AGAIN_MS,
  });

export const createSchedule = (publication: string, body: CreateScheduleRequest) =>
  api.post('/api/v1/publications/{publication}/schedules', { path: { publication }, body });

export const updateSchedule = (publication: string, schedule: string, body: UpdateScheduleRequest) =>
  api.patch('/api/v1/publications/{publication}/schedules/{schedule}', { path: { publication, schedule }, body });

export const deleteSchedule = (publication: string, schedule: string) =>
  api.delete('/api/v1/publications/{publication}/schedules/{schedule}', { path: { publication, schedule } });

export const runSchedule = (publication: string, schedule: string) =>
  api.post('/api/v1/publications/{publication}/schedules/{schedule}/runs', { path: { publication, schedule } });

export const retryRun = (publication: string, schedule: string, run: string) =>
  api.post('/api/v1/publications/{publication}/schedules/{schedule}/runs/{run}/retry', {
    path: { publication, schedule, run },
  });

export const mailServerQuery = (publication: string) =>
  queryOptions({
    queryKey: ['mail server', publication],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/mail-server', { path: { publication }, signal }),
  });

export const setMailServer = (publication: string, body: SetMailServerRequest) =>
  api.put('/api/v1/publications/{publication}/mail-server', { path: { publication }, body });

export const removeMailServer = (publication: string) =>
  api.delete('/api/v1/publications/{publication}/mail-server', { path: { publication } });

export const sendTestMail = (publication: string, to: string) =>
  api.post('/api/v1/publications/{publication}/mail-server/test', { path: { publication }, body: { to } });
