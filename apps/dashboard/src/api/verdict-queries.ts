import type { FetchVerdict, VerdictSplit } from '@readout/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

const EVENTS_PAGE = 20;
/** Milliseconds between looks at judging that is under way. */
const POLL_MS = 700;

/** What stands beside an issue's figures: it weighs more to read, and follows them at a distance (use-live.ts). */
export const besideKey = (publication: string, issue: string) => ['beside', publication, issue] as const;
export const machinesKey = (publication: string) => ['machines', publication] as const;

export type FetchKind = VerdictSplit['kind'];

export const splitQuery = (publication: string, issue: string, kind: FetchKind, link: string | null) =>
  queryOptions({
    queryKey: [...besideKey(publication, issue), 'split', kind, link],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/issues/{issue}/verdicts', {
        path: { publication, issue },
        query: { kind, ...(link !== null && { link }) },
        signal,
      }),
  });

export interface EventFilter {
  readonly kind: FetchKind;
  readonly verdict: FetchVerdict | null;
  readonly reason: string | null;
  readonly link: string | null;
}

/** Single events. They are read once and stay, so that nothing moves under whoever looks at them. */
export const eventsQuery = (publication: string, issue: string, filter: EventFilter) =>
  infiniteQueryOptions({
    queryKey: ['judged-events', publication, issue, filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get('/api/v1/publications/{publication}/issues/{issue}/events', {
        path: { publication, issue },
        query: { ...given(filter), cursor, limit: EVENTS_PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

export const clientsQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: [...besideKey(publication, issue), 'clients'],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/issues/{issue}/clients', { path: { publication, issue }, signal }),
  });

export const domainsQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: [...besideKey(publication, issue), 'domains'],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/issues/{issue}/domains', { path: { publication, issue }, signal }),
  });

export const machinesQuery = (publication: string) =>
  queryOptions({
    queryKey: machinesKey(publication),
    queryFn: ({ signal }) => api.get('/api/v1/publications/{publication}/machines', { path: { publication }, signal }),
  });

export const rulesQuery = (publication: string) =>
  queryOptions({
    queryKey: ['rules', publication],
    queryFn: ({ signal }) => api.get('/api/v1/publications/{publication}/rules', { path: { publication }, signal }),
    // A draft is made of these: they are read again when somebody asks for it, not while it is being written.
    refetchOnWindowFocus: false,
  });

/** Looks while history is being judged, and not at all otherwise. */
export const judgingQuery = (publication: string) =>
  queryOptions({
    queryKey: ['judging', publication],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/rules/apply', { path: { publication }, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
  });

/** Without what it does not ask for. */
function given({ kind, verdict, reason, link }: EventFilter) {
  return {
    kind,
    ...(verdict !== null && { verdict }),
    ...(reason !== null && { reason }),
    ...(link !== null && { link }),
  };
}
