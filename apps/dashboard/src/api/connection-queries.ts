import type { CheckProgress, Connections } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { publicationPath, request } from './client.ts';

/** Milliseconds between looks while the page is open. */
const LOOK_MS = 2_000;
/** And at a check that is under way. */
const CHECK_MS = 500;

export const connectionsPath = (publication: string) => `${publicationPath(publication)}/connections`;

export const connectionsQuery = (publication: string) =>
  queryOptions({
    queryKey: ['connections', publication],
    queryFn: ({ signal }) => request<Connections>('GET', connectionsPath(publication), undefined, signal),
    refetchInterval: LOOK_MS,
  });

/** Looked at until it was written. */
export const checkQuery = (publication: string, check: number) =>
  queryOptions({
    queryKey: ['connections', publication, 'check', check],
    queryFn: ({ signal }) =>
      request<CheckProgress>('GET', `${connectionsPath(publication)}/checks/${check}`, undefined, signal),
    refetchInterval: ({ state }) => (state.data?.writtenAt == null ? CHECK_MS : false),
  });
