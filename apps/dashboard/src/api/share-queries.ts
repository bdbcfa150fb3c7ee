import type { CreateShareRequest } from '@readout/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { saveAnswer } from './report-queries.ts';

const PAGE = 25;

export const sharesQuery = (publication: string) =>
  infiniteQueryOptions({
    queryKey: ['shares', publication],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get('/api/v1/publications/{publication}/shares', {
        path: { publication },
        query: { limit: PAGE, cursor },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const createShare = (publication: string, body: CreateShareRequest) =>
  api.post('/api/v1/publications/{publication}/shares', { path: { publication }, body });

export const revokeShare = (publication: string, share: string) =>
  api.delete('/api/v1/publications/{publication}/shares/{share}', { path: { publication, share } });

export const restoreShare = (publication: string, share: string) =>
  api.post('/api/v1/publications/{publication}/shares/{share}/restore', { path: { publication, share } });

/** What a link shows. Asked once: each time counts as having been opened. */
export const sharedQuery = (token: string) =>
  queryOptions({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => api.get('/api/v1/shared/{token}', { path: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Fetches the file of a shared report and hands it to the browser. @throws {ApiError} */
export async function downloadShared(token: string, as: 'pdf' | 'xlsx'): Promise<void> {
  const options = { path: { token } };
  const response = await (as === 'pdf'
    ? api.response.get('/api/v1/shared/{token}/report.pdf', options)
    : api.response.get('/api/v1/shared/{token}/report.xlsx', options));
  await saveAnswer(response, `report.${as}`);
}
