import type { Catalog, Issue } from '@readout/catalog';
import type { PublicationId } from '@readout/events';

export type SentIssue = Issue & { readonly sentAt: Date };

/** Issues that went out up to `now`, newest first. @param until those from `from` (UTC ms) on, and at most `most` */
export async function sentIssues(
  catalog: Pick<Catalog, 'allIssues'>,
  publication: PublicationId,
  now: number,
  until: { readonly from?: number; readonly most?: number } = {},
): Promise<SentIssue[]> {
  const { from = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = until;
  const all = await catalog.allIssues(publication);
  return all.filter((issue): issue is SentIssue => isBetween(issue.sentAt, from, now)).slice(0, most);
}

function isBetween(sentAt: Date | null, from: number, now: number): boolean {
  return sentAt !== null && sentAt.getTime() >= from && sentAt.getTime() <= now;
}
