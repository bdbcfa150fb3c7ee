import type { Catalog, Issue } from '@readout/catalog';
import type { PublicationId } from '@readout/events';

export type SentIssue = Issue & { readonly sentAt: Date };

const PAGE = 200;

/**
 * Issues that went out up to `now`, newest first. @param until stops at the first that went out before `from` (UTC ms),
 * or where there are `most`.
 */
export async function sentIssues(
  catalog: Pick<Catalog, 'listIssues'>,
  publication: PublicationId,
  now: number,
  until: { readonly from?: number; readonly most?: number } = {},
): Promise<SentIssue[]> {
  const { from = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = until;
  const sent: SentIssue[] = [];
  let cursor: string | null = null;
  let isOlder = false;
  do {
    const page: Awaited<ReturnType<Catalog['listIssues']>> = await catalog.listIssues(publication, {
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const issue of page.items) {
      const { sentAt } = issue;
      if (sentAt === null || sentAt.getTime() > now) continue;
      if (sentAt.getTime() < from) isOlder = true;
      else sent.push({ ...issue, sentAt });
    }
    cursor = page.next;
  } while (cursor !== null && sent.length < most && !isOlder);
  return sent.slice(0, most);
}
