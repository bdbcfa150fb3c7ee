import type { Catalog, Issue, Publication } from '@readout/catalog';

const PAGE = 200;

export type SentIssue = Issue & { readonly sentAt: Date };

/** A publication's issues that went out by `now` (UTC milliseconds), newest first, at most so many. */
export async function sentIssues(
  catalog: Pick<Catalog, 'listIssues'>,
  { id }: Pick<Publication, 'id'>,
  now: number,
  most = Number.POSITIVE_INFINITY,
): Promise<SentIssue[]> {
  const sent: SentIssue[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Catalog['listIssues']>> = await catalog.listIssues(id, {
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const issue of page.items) {
      const { sentAt } = issue;
      if (sentAt !== null && sentAt.getTime() <= now) sent.push({ ...issue, sentAt });
    }
    cursor = page.next;
  } while (cursor !== null && sent.length < most);
  return sent.slice(0, most);
}
