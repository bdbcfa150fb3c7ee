import type { ReaderHistory } from '@readout/api-contract';
import type { Catalog, IssueWithStructure, Publication, Reader } from '@readout/catalog';
import type { EventKind } from '@readout/events';
import type { ReaderHistoryEvent } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import type { PageQuery } from '../http/pages.ts';
import type { SentIssue } from '../issues/sent-issues.ts';
import { issueOf, readerToday } from './list-readers.ts';

type Item = ReaderHistory['items'][number];

/** What one reader did, issue by issue. `limit`: issues looked through. */
export async function readerHistory(
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  { id: reader, segment }: Reader,
  { limit, cursor }: PageQuery,
): Promise<ReaderHistory> {
  const page = await deps.catalog.listIssues(publication.id, {
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const sent = page.items.flatMap((issue): SentIssue[] =>
    issue.sentAt === null ? [] : [{ ...issue, sentAt: issue.sentAt }],
  );
  const events = await deps.warehouse.readerHistory({
    publication: publication.id,
    issues: sent.map(({ id }) => id),
    reader,
  });
  const items: Item[] = [];
  for (const issue of sent) {
    const its = events.filter((event) => event.issue === issue.id);
    if (its.length > 0) items.push(itemOf(issue, its, await linksOf(deps.catalog, publication, issue, its)));
  }
  const today = await readerToday(deps, publication, reader);
  return {
    ...today,
    standing: today.standing ?? segment,
    items,
    // Told once: it belongs to no page.
    subscription:
      cursor === undefined
        ? events.filter(({ issue }) => issue === null).map((event) => ({ kind: event.kind, time: momentOf(event) }))
        : [],
    next: page.next,
  };
}

type Links = ReadonlyMap<number, IssueWithStructure['links'][number]>;

async function linksOf(
  catalog: Pick<Catalog, 'findIssue'>,
  { id }: Publication,
  { publicId }: SentIssue,
  events: readonly ReaderHistoryEvent[],
): Promise<Links> {
  if (!events.some(({ link }) => link !== null)) return new Map();
  const links = (await catalog.findIssue(id, publicId))?.links ?? [];
  return new Map(links.map((link) => [link.id as number, link]));
}

function itemOf(issue: SentIssue, events: readonly ReaderHistoryEvent[], links: Links): Item {
  const of = (kind: EventKind) => events.filter((event) => event.kind === kind);
  const first = (some: readonly ReaderHistoryEvent[]) => (some[0] === undefined ? null : momentOf(some[0]));
  const opens = of('opened').filter(isByPerson);
  const segment = of('sent')[0]?.segment ?? 'none';
  return {
    issue: issueOf(issue),
    standing: segment === 'none' ? null : segment,
    sent: first(of('sent')),
    bounced: of('bounced').length > 0,
    opened: first(opens),
    opens: opens.length,
    fetchedAhead: of('opened').some(({ verdict }) => verdict === 'prefetched'),
    clicks: of('clicked')
      .filter(isByPerson)
      .map((click) => {
        const link = click.link === null ? undefined : links.get(click.link);
        return {
          time: momentOf(click),
          link: link === undefined ? null : { id: link.publicId, text: link.text, url: link.url },
        };
      }),
    paywall: first(of('paywall_hit').filter((hit) => hit.verdict === 'none' || isByPerson(hit))),
    trial: first(of('trial_started')),
    payment: first(of('converted')),
  };
}

function isByPerson({ verdict }: ReaderHistoryEvent): boolean {
  return verdict === 'human' || verdict === 'proxied';
}

function momentOf({ time }: ReaderHistoryEvent): string {
  return new Date(time).toISOString();
}
