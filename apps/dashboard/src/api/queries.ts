import type {
  ApiKeyView,
  CollectionState,
  CreatedIssue,
  IssueChoices,
  IssueComparison,
  IssueDetail,
  IssueList,
  IssueListItem,
  IssueReport,
  PublicationView,
  QuarantineList,
  SampleStatus,
  SessionState,
} from '@readout/api-contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ApiError, issuePath, publicationPath, request, segment } from './client.ts';

/** Milliseconds between looks at something that is under way. */
const POLL_MS = 500;
/** Milliseconds between looks at whether collecting goes well. */
const WATCH_MS = 30_000;
/** Milliseconds between looks at an issue of which something may still be judged otherwise. */
const SETTLING_MS = 30_000;
const PAGE = 50;
/** Further pages are larger: whoever wants to see a thousand issues does not ask twenty times for more. */
const FURTHER_PAGE = 200;
const QUARANTINE_PAGE = 50;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request<SessionState>('GET', '/session', undefined, signal),
  staleTime: 60_000,
});

export const publicationsQuery = queryOptions({
  queryKey: ['publications'],
  queryFn: async ({ signal }) =>
    (await request<{ items: PublicationView[] }>('GET', '/publications', undefined, signal)).items,
  staleTime: 30_000,
});

/** Looks twice a second while the sample is being loaded or removed, and not at all otherwise. */
export const sampleQuery = queryOptions({
  queryKey: ['sample'],
  queryFn: ({ signal }) => request<SampleStatus>('GET', '/sample', undefined, signal),
  refetchInterval: ({ state }) =>
    state.data?.state === 'loading' || state.data?.state === 'removing' ? POLL_MS : false,
});

export const issuesKey = (publication: string) => ['issues', publication] as const;
export const reportKey = (publication: string, issue: string) => ['report', publication, issue] as const;

/** @param view sort and filters, as the API takes them in an address; empty: all, the newest first. */
export const issuesQuery = (publication: string, view = '') =>
  infiniteQueryOptions({
    queryKey: [...issuesKey(publication), view],
    queryFn: ({ pageParam, signal }) =>
      issuesPage(publication, { view, cursor: pageParam, limit: pageParam === '' ? PAGE : FURTHER_PAGE }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** Those that have not gone out stand before the last one that has: mostly there are few of them. */
const PERHAPS_LAST = 5;

/** The newest issue that went out, null where none has; and whether there is any issue at all. */
export const lastIssueQuery = (publication: string) =>
  queryOptions({
    queryKey: [...issuesKey(publication), 'last'],
    queryFn: async ({ signal }) => {
      let page = await issuesPage(publication, { view: '', cursor: '', limit: PERHAPS_LAST }, signal);
      const isAny = page.of > 0;
      for (;;) {
        const last = page.items.find(({ figures }) => figures.sent > 0) ?? null;
        if (last !== null || page.next === null) return { last, isAny };
        page = await issuesPage(publication, { view: '', cursor: page.next, limit: FURTHER_PAGE }, signal);
      }
    },
  });

/** Every issue of a view, page by page. */
export async function allIssues(publication: string, view: string): Promise<IssueListItem[]> {
  const items: IssueListItem[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: IssueList = await issuesPage(publication, { view, cursor, limit: FURTHER_PAGE });
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

export const choicesKey = (publication: string) => ['issue-choices', publication] as const;

/** The tags and audiences that the list can be narrowed down by. */
export const choicesQuery = (publication: string) =>
  queryOptions({
    queryKey: choicesKey(publication),
    queryFn: ({ signal }) =>
      request<IssueChoices>('GET', `${publicationPath(publication)}/issues/choices`, undefined, signal),
    staleTime: 60_000,
  });

/** Under the key of the issues, so that it is read again whenever they are. */
export const comparisonQuery = (publication: string, issues: readonly string[]) =>
  queryOptions({
    queryKey: [...issuesKey(publication), 'comparison', issues],
    queryFn: ({ signal }) =>
      request<IssueComparison>(
        'GET',
        `${publicationPath(publication)}/comparison?issues=${issues.map(segment).join(',')}`,
        undefined,
        signal,
      ),
    placeholderData: keepPreviousData,
  });

function issuesPage(
  publication: string,
  { view, cursor, limit }: { readonly view: string; readonly cursor: string; readonly limit: number },
  signal?: AbortSignal,
): Promise<IssueList> {
  const query = [
    `limit=${limit}`,
    ...(view === '' ? [] : [view]),
    ...(cursor === '' ? [] : [`cursor=${segment(cursor)}`]),
  ];
  return request('GET', `${publicationPath(publication)}/issues?${query.join('&')}`, undefined, signal);
}

export const reportQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: reportKey(publication, issue),
    queryFn: ({ signal }) => request<IssueReport>('GET', `${issuePath(publication, issue)}/report`, undefined, signal),
    refetchInterval: ({ state }) => ((state.data?.figures.settling ?? 0) > 0 ? SETTLING_MS : false),
  });

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: async ({ signal }) => (await request<{ items: ApiKeyView[] }>('GET', '/keys', undefined, signal)).items,
});

export const quarantineQuery = queryOptions({
  queryKey: ['quarantine'],
  queryFn: ({ signal }) => request<QuarantineList>('GET', `/quarantine?limit=${QUARANTINE_PAGE}`, undefined, signal),
});

/** Looks on every page whether collecting goes well. */
export const collectionQuery = queryOptions({
  queryKey: ['collection'],
  queryFn: ({ signal }) => request<CollectionState>('GET', '/collection', undefined, signal),
  refetchInterval: WATCH_MS,
  staleTime: WATCH_MS,
});

export const trackedKey = (publication: string, issue: string) => ['tracked', publication, issue] as const;

/**
 * An issue with its tracked HTML. It never changes, so that what creating the issue answered is kept for it; asked for
 * later it comes without notices, which are told once.
 */
export const trackedQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: trackedKey(publication, issue),
    queryFn: ({ signal }) => trackedIssue(publication, issue, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

async function trackedIssue(publication: string, issue: string, signal: AbortSignal): Promise<CreatedIssue> {
  const path = issuePath(publication, issue);
  const edition = (name: 'whole' | 'cut') =>
    request<Edition>('GET', `${path}/editions/${name}`, undefined, signal).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    });
  const [detail, ...editions] = await Promise.all([
    request<IssueDetail>('GET', path, undefined, signal),
    edition('whole'),
    edition('cut'),
  ]);
  return { ...detail, editions: editions.filter((one) => one !== null), notices: [] };
}

type Edition = CreatedIssue['editions'][number];
