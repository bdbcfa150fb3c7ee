import type {
  FetchVerdict,
  IssueClients,
  IssueDomains,
  JudgedEventList,
  JudgingStatus,
  MachineHistory,
  OwnRulesView,
  VerdictSplit,
} from '@readout/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { issuePath, publicationPath, request } from './client.ts';

const EVENTS_PAGE = 20;
/** Milliseconds between looks at judging that is under way. */
const POLL_MS = 700;

/** What stands beside an issue's figures: it weighs more to read, and follows them at a distance (use-live.ts). */
export const besideKey = (publication: string, issue: string) => ['beside', publication, issue] as const;
export const machinesKey = (publication: string) => ['machines', publication] as const;

export const rulesPath = (publication: string) => `${publicationPath(publication)}/rules`;
export const judgingPath = (publication: string) => `${rulesPath(publication)}/apply`;

export type FetchKind = VerdictSplit['kind'];

export const splitQuery = (publication: string, issue: string, kind: FetchKind, link: string | null) =>
  queryOptions({
    queryKey: [...besideKey(publication, issue), 'split', kind, link],
    queryFn: ({ signal }) =>
      request<VerdictSplit>(
        'GET',
        `${issuePath(publication, issue)}/verdicts?${queryOf({ kind, link })}`,
        undefined,
        signal,
      ),
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
    queryFn: ({ pageParam, signal }) =>
      request<JudgedEventList>(
        'GET',
        `${issuePath(publication, issue)}/events?${queryOf({ ...filter, cursor: pageParam, limit: String(EVENTS_PAGE) })}`,
        undefined,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

export const clientsQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: [...besideKey(publication, issue), 'clients'],
    queryFn: ({ signal }) =>
      request<IssueClients>('GET', `${issuePath(publication, issue)}/clients`, undefined, signal),
  });

export const domainsQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: [...besideKey(publication, issue), 'domains'],
    queryFn: ({ signal }) =>
      request<IssueDomains>('GET', `${issuePath(publication, issue)}/domains`, undefined, signal),
  });

export const machinesQuery = (publication: string) =>
  queryOptions({
    queryKey: machinesKey(publication),
    queryFn: ({ signal }) =>
      request<MachineHistory>('GET', `${publicationPath(publication)}/machines`, undefined, signal),
  });

export const rulesQuery = (publication: string) =>
  queryOptions({
    queryKey: ['rules', publication],
    queryFn: ({ signal }) => request<OwnRulesView>('GET', rulesPath(publication), undefined, signal),
    // A draft is made of these: they are read again when somebody asks for it, not while it is being written.
    refetchOnWindowFocus: false,
  });

/** Looks while history is being judged, and not at all otherwise. */
export const judgingQuery = (publication: string) =>
  queryOptions({
    queryKey: ['judging', publication],
    queryFn: ({ signal }) => request<JudgingStatus>('GET', judgingPath(publication), undefined, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
  });

/** Leaves out what is null or empty. */
function queryOf(values: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(values).filter((one): one is [string, string] => one[1] !== null && one[1] !== '');
  return new URLSearchParams(given).toString();
}
