import type { EventKind, IssueId, LinkId, Segment, Verdict } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import type { ReaderGroups, ReaderHistoryEvent } from '../reader-groups.ts';
import { askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { SUBSCRIPTION_KINDS } from './subscription-steps.sql.ts';

/** All that a reader can be said to have done, or to have had happen to them. */
const KINDS: readonly EventKind[] = [
  'sent',
  'delivered',
  'bounced',
  'complained',
  'unsubscribed',
  'opened',
  'clicked',
  'viewed',
  'paywall_hit',
  'subscribed',
  ...SUBSCRIPTION_KINDS,
];
/** Nobody does more with a page of issues; a program that has somebody's token may. */
const MOST = 20_000;
/** What belongs to no issue. */
const NO_ISSUE = 0 as IssueId;

interface Row {
  readonly issue: IssueId | 0;
  readonly kind: EventKind;
  readonly t: number;
  readonly link: LinkId | 0;
  readonly verdict: Verdict;
  readonly segment: Segment;
}

/** One reader's events among those of some issues. Only the columns of readers are read of the others'. */
export async function readerHistory(
  engine: Engine,
  { publication, issues, reader }: Parameters<ReaderGroups['readerHistory']>[0],
): Promise<readonly ReaderHistoryEvent[]> {
  const asked = await askedOf(engine, publication, [...issues, NO_ISSUE]);
  const columns = ['issue', 'kind', 'time', 'reader', 'link', 'verdict', 'segment'];
  const rows = await engine.rows<Row>(`
    SELECT issue, kind, toUnixTimestamp64Milli(h.time) AS t, link, verdict, segment
    FROM ${eventsWithArrivals(asked, KINDS, columns)} AS h
    WHERE reader = ${unsigned(reader)}
    ORDER BY t, kind, link
    LIMIT ${unsigned(MOST)}`);
  return rows.map(({ issue, kind, t, link, verdict, segment }) => ({
    issue: issue === 0 ? null : issue,
    kind,
    time: t,
    link: link === 0 ? null : link,
    verdict,
    segment,
  }));
}
