import type { EventKind } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { ExportTerms, ReadersExport, WrittenExport } from '../exports.ts';
import { BY_A_PERSON, HUMAN_CLICK, PAYWALL_HIT } from '../schema/aggregates.sql.ts';
import { text } from '../schema/table.ts';
import { type Asked, askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { FORMAT_NAMES, leaving } from './export-cells.sql.ts';
import { conditionOf } from './export-events.sql.ts';
import { columnsOf } from './export-rows.sql.ts';

const KINDS: readonly EventKind[] = ['sent', 'delivered', 'bounced', 'opened', 'clicked', 'viewed', 'paywall_hit'];

const COLUMNS = columnsOf({
  reader: 'reader',
  kind: 'word',
  segment: 'word',
  issues_sent: 'whole',
  issues_delivered: 'whole',
  issues_read: 'whole',
  issues_clicked: 'whole',
  opens: 'whole',
  clicks: 'whole',
  page_views: 'whole',
  issues_paywall_hit: 'whole',
  first_seen: 'moment',
  last_sent: 'moment',
  last_read: 'moment',
});

/** Not a set, which would say so where there is nobody: the epoch. */
const last = (condition: string) => `if(countIf(${condition}) = 0, NULL, maxIf(e.time, ${condition}))`;
const issues = (condition: string) => `uniqExactIf(issue, ${condition} AND issue != 0)`;

/** What each reader and visitor did, of the events given; as the figures count it (docs/figures.md). */
export const readerRows = (events: string, having = '') => `(
    SELECT
      reader,
      if(reader < 0x80000000, 'reader', 'visitor') AS kind_of,
      argMaxIf(toString(e.segment), e.time, kind = 'sent' AND e.segment != 'none') AS segment,
      ${issues(`kind = 'sent'`)} AS issues_sent,
      ${issues(`kind = 'delivered'`)} AS issues_delivered,
      ${issues(BY_A_PERSON)} AS issues_read,
      ${issues(HUMAN_CLICK)} AS issues_clicked,
      countIf(${BY_A_PERSON} AND kind = 'opened') AS opens,
      countIf(${HUMAN_CLICK}) AS clicks,
      countIf(kind = 'viewed') AS page_views,
      ${issues(PAYWALL_HIT)} AS issues_paywall_hit,
      min(e.time) AS first_seen,
      ${last(`kind = 'sent'`)} AS last_sent,
      ${last(BY_A_PERSON)} AS last_read
    FROM ${events} AS e
    WHERE reader != 0
    GROUP BY reader
    ${having}
  )`;

/** The events that `readerRows` is made of. */
export const eventsOfReaders = (asked: Asked, condition = 'TRUE') =>
  eventsWithArrivals(asked, KINDS, ['kind', 'time', 'reader', 'issue', 'segment', 'verdict'], condition);

/** A row for each reader and visitor that did anything. */
export async function readersExport(
  engine: Engine,
  { publication, filter }: ReadersExport,
  terms: ExportTerms,
): Promise<WrittenExport> {
  const asked = await askedOf(engine, publication, filter.issues ?? null);
  const having = filter.segments === undefined ? '' : `HAVING segment IN (${filter.segments.map(text).join(', ')})`;
  const rows = readerRows(eventsOfReaders(asked, conditionOf(filter)), having);
  const named = `(SELECT * EXCEPT kind_of, kind_of AS kind FROM ${rows})`;
  return { columns: COLUMNS, bytes: engine.stream(leaving(COLUMNS, named, terms), FORMAT_NAMES[terms.format]) };
}
