import type { Options } from '@readout/api-client';
import type { ReportKind } from '@readout/api-contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { saveFile } from '../csv/save-file.ts';
import { allOf, LARGEST_PAGE } from './all-of.ts';
import { api } from './client.ts';
import { allIssues, issuesKey } from './queries.ts';

/** A report's parameters. */
export type ReportQuery = NonNullable<Options<'get', '/api/v1/publications/{publication}/reports/{kind}'>['query']>;

export const madeReportQuery = (publication: string, kind: ReportKind, asked: ReportQuery) =>
  queryOptions({
    queryKey: ['made-report', publication, kind, asked],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/reports/{kind}', {
        path: { publication, kind },
        query: asked,
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** Issues that went out, newest first. */
export const reportedIssuesQuery = (publication: string) =>
  queryOptions({
    queryKey: [...issuesKey(publication), 'reported'],
    queryFn: async () => (await allIssues(publication, '')).filter(({ sentAt }) => sentAt !== null),
    staleTime: 60_000,
  });

export const sponsorLinksQuery = (publication: string) =>
  queryOptions({
    queryKey: ['sponsor-links', publication],
    queryFn: ({ signal }) =>
      allOf(
        api.each('/api/v1/publications/{publication}/reports/links', {
          path: { publication },
          query: { limit: LARGEST_PAGE },
          signal,
        }),
      ),
    staleTime: 60_000,
  });

export const brandQuery = (publication: string) =>
  queryOptions({
    queryKey: ['brand', publication],
    queryFn: ({ signal }) => api.get('/api/v1/publications/{publication}/brand', { path: { publication }, signal }),
  });

/** Fetches a report's file and hands it to the browser. @throws {ApiError} */
export async function downloadReport(
  publication: string,
  kind: ReportKind,
  as: 'pdf' | 'xlsx',
  asked: ReportQuery,
): Promise<void> {
  const options = { path: { publication, kind }, query: asked };
  const response = await (as === 'pdf'
    ? api.response.get('/api/v1/publications/{publication}/reports/{kind}.pdf', options)
    : api.response.get('/api/v1/publications/{publication}/reports/{kind}.xlsx', options));
  await saveAnswer(response, `${kind}.${as}`);
}

/** Hands the file of an answer to the browser. @param name what it is called where the server does not say */
export async function saveAnswer(response: Response, name: string): Promise<void> {
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveFile(await response.blob(), named === undefined ? name : decodeURIComponent(named));
}
