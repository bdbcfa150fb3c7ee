import type { Options } from '@readout/api-client';
import type { CreatedIssue, IssueList, IssueListItem } from '@readout/api-contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { allOf, LARGEST_PAGE } from './all-of.ts';
import { ApiError, api } from './client.ts';

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
  queryFn: ({ signal }) => api.get('/api/v1/session', { signal }),
  staleTime: 60_000,
});

export const publicationsQuery = queryOptions({
  queryKey: ['publications'],
  queryFn: ({ signal }) => allOf(api.each('/api/v1/publications', { query: { limit: LARGEST_PAGE }, signal })),
  staleTime: 30_000,
});

/** Looks twice a second while the sample is being loaded or removed, and not at all otherwise. */
export const sampleQuery = queryOptions({
  queryKey: ['sample'],
  queryFn: ({ signal }) => api.get('/api/v1/sample', { signal }),
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
  const query = { ...queryOf(view), limit: FURTHER_PAGE };
  return allOf(api.each('/api/v1/publications/{publication}/issues', { path: { publication }, query }));
}

export const choicesKey = (publication: string) => ['issue-choices', publication] as const;

/** The tags and audiences that the list can be narrowed down by. */
export const choicesQuery = (publication: string) =>
  queryOptions({
    queryKey: choicesKey(publication),
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/issues/choices', { path: { publication }, signal }),
    staleTime: 60_000,
  });

/** Under the key of the issues, so that it is read again whenever they are. */
export const comparisonQuery = (publication: string, issues: readonly string[]) =>
  queryOptions({
    queryKey: [...issuesKey(publication), 'comparison', issues],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/comparison', {
        path: { publication },
        query: { issues: issues.join(',') },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

function issuesPage(
  publication: string,
  { view, cursor, limit }: { readonly view: string; readonly cursor: string; readonly limit: number },
  signal?: AbortSignal,
): Promise<IssueList> {
  const query = { ...queryOf(view), limit, ...(cursor === '' ? {} : { cursor }) };
  return api.get('/api/v1/publications/{publication}/issues', { path: { publication }, query, signal });
}

type IssuesQuery = NonNullable<Options<'get', '/api/v1/publications/{publication}/issues'>['query']>;

/** A view's text taken apart: it was made of such a query (pages/issues/issues-search.ts), and the server checks it. */
function queryOf(view: string): IssuesQuery {
  const texts = new URLSearchParams(view);
  const tag = texts.getAll('tag');
  texts.delete('tag');
  return { ...Object.fromEntries(texts), ...(tag.length > 0 && { tag }) } as IssuesQuery;
}

export const reportQuery = (publication: string, issue: string) =>
  queryOptions({
    queryKey: reportKey(publication, issue),
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/issues/{issue}/report', { path: { publication, issue }, signal }),
    refetchInterval: ({ state }) => ((state.data?.figures.settling ?? 0) > 0 ? SETTLING_MS : false),
  });

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => allOf(api.each('/api/v1/keys', { query: { limit: LARGEST_PAGE }, signal })),
});

export const quarantineQuery = infiniteQueryOptions({
  queryKey: ['quarantine'],
  queryFn: ({ pageParam: cursor, signal }) =>
    api.get('/api/v1/quarantine', { query: { limit: QUARANTINE_PAGE, cursor }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

/** Looks on every page whether collecting goes well. */
export const collectionQuery = queryOptions({
  queryKey: ['collection'],
  queryFn: ({ signal }) => api.get('/api/v1/collection', { signal }),
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
  const path = { publication, issue };
  const edition = (name: Edition['edition']) =>
    api
      .get('/api/v1/publications/{publication}/issues/{issue}/editions/{edition}', {
        path: { ...path, edition: name },
        signal,
      })
      .catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      });
  const [detail, ...editions] = await Promise.all([
    api.get('/api/v1/publications/{publication}/issues/{issue}', { path, signal }),
    edition('whole'),
    edition('cut'),
  ]);
  return { ...detail, editions: editions.filter((one) => one !== null), notices: [] };
}

type Edition = CreatedIssue['editions'][number];
