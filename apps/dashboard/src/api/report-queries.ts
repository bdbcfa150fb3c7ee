import type { BrandView, ReportView, SponsorLinks } from '@readout/api-contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { errorOf, publicationPath, request } from './client.ts';
import { allIssues, issuesKey } from './queries.ts';

/** A report's parameters, as the API takes them in an address. */
export type ReportParameters = Readonly<Record<string, string>>;

const reportPath = (publication: string, file: string, asked: ReportParameters) =>
  `${publicationPath(publication)}/reports/${file}?${new URLSearchParams(asked)}`;

export const madeReportQuery = (publication: string, kind: string, asked: ReportParameters) =>
  queryOptions({
    queryKey: ['made-report', publication, kind, asked],
    queryFn: ({ signal }) => request<ReportView>('GET', reportPath(publication, kind, asked), undefined, signal),
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
      request<SponsorLinks>('GET', `${publicationPath(publication)}/reports/links`, undefined, signal),
    staleTime: 60_000,
  });

export const brandPath = (publication: string) => `${publicationPath(publication)}/brand`;
export const brandQuery = (publication: string) =>
  queryOptions({
    queryKey: ['brand', publication],
    queryFn: ({ signal }) => request<BrandView>('GET', brandPath(publication), undefined, signal),
  });

/** Fetches a report's file and hands it to the browser. @throws {ApiError} */
export const downloadReport = (
  publication: string,
  file: `${string}.${'pdf' | 'xlsx'}`,
  asked: ReportParameters,
): Promise<void> => downloadFile(reportPath(publication, file, asked), file);

/** Fetches a file, by its path under the API, and hands it to the browser. @param file what it is called where the server does not say */
export async function downloadFile(path: string, file: string): Promise<void> {
  const response = await fetch(`/api/v1${path}`);
  if (!response.ok) throw await errorOf(response);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = named === undefined ? file : decodeURIComponent(named);
  link.click();
  // The browser has begun by then; at once would be too soon for some.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
