import type { EventKind, IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { AGGREGATES, type Aggregate } from '../schema/aggregates.sql.ts';
import { text } from '../schema/table.ts';
import type { Attribution } from '../subscriptions.ts';

/** Issues of one publication, and which of them have arrivals. */
export interface Asked {
  readonly publication: PublicationId;
  /** Null: all. */
  readonly issues: readonly IssueId[] | null;
  /** Of these: those with rows in `arrivals`, settled or not; null: nobody has looked, any may have. */
  readonly arriving: readonly IssueId[] | null;
  /** The same of all issues. */
  readonly arrivingAnywhere: readonly IssueId[] | null;
  /** What counts as having led to a subscription; null: no billing system has stated any. */
  readonly attribution: Billed | null;
}

/** What subscriptions are asked for by. */
export interface Billed extends Attribution {
  /** Whether there are refunds that name a charge alone: most systems state none, and finding their payments takes time. */
  readonly hasLooseRefunds: boolean;
}

/** Where the author chose nothing. */
const USUAL: Attribution = { windowMs: 7 * 86_400_000, callsToAction: [] };

/**
 * Finds out which issues have arrivals; where all are asked for, what belongs to none (0) is among them. Mostly none:
 * nearly everything is then asked as if the table was not there, which takes a third of the time. An arrival that comes between this and the question is counted the next time.
 */
export async function askedOf(
  engine: Engine,
  publication: PublicationId,
  issues: readonly IssueId[] | null,
): Promise<Asked> {
  const [rows, [billed]] = await Promise.all([
    engine.rows<{ issue: IssueId }>(`SELECT DISTINCT issue FROM arrivals WHERE ${within(publication, null)}`),
    engine.rows<{ loose: 0 | 1 }>(
      `SELECT max(what = 'refund' AND subscription = 0) AS loose FROM billing WHERE ${within(publication, null)} HAVING count() > 0`,
    ),
  ]);
  const arrivingAnywhere = rows.map(({ issue }) => issue);
  const attribution =
    billed === undefined
      ? null
      : { ...((await engine.attributionOf?.(publication)) ?? USUAL), hasLooseRefunds: billed.loose === 1 };
  return narrowed({ publication, issues: null, arriving: arrivingAnywhere, arrivingAnywhere, attribution }, issues);
}

/** The same for some of these issues, without asking again: both questions then know of the same arrivals. */
export function narrowed(asked: Asked, issues: readonly IssueId[] | null): Asked {
  if (issues === null) return { ...asked, issues, arriving: asked.arrivingAnywhere };
  const some = new Set(issues);
  return { ...asked, issues, arriving: (asked.arrivingAnywhere ?? issues).filter((one) => some.has(one)) };
}

/**
 * An aggregate together with the arrivals that it does not hold yet, as a subquery with its columns, and
 * `is_arriving` (1: of arrivals).
 *
 * An aggregate holds every event of an issue up to a position, in order, and arrivals stay a while after they were
 * settled: so what is above the highest position that it holds for issue, partition and collector is what it lacks. Both
 * halves are read in one statement; where events are settled in between after all, the next question is right again.
 */
export function withArrivals(table: Aggregate['table'], asked: Asked): string {
  const { publication, issues, arriving } = asked;
  const { columns, select, where, groupBy } = aggregateOf(table);
  const settled = `SELECT ${columns.join(', ')}, 0 AS is_arriving FROM ${table} WHERE ${within(publication, issues)}`;
  if (arriving?.length === 0) return `(${settled})`;
  return `(
    ${settled}
    UNION ALL
    SELECT ${select.map((expression, at) => `${expression} AS ${columns[at] ?? ''}`).join(', ')}, 1 AS is_arriving
    ${beyond(table, asked, where, 'TRUE')}
    GROUP BY ${groupBy.join(', ')}
  )`;
}

/**
 * Events of an issue, and the arrivals that are not among them yet, as a subquery with the columns given and `is_settled`
 * (1: with the verdict that stays). @param condition which of them, beside issue and kind
 */
export function eventsHeld(
  asked: Asked,
  kinds: readonly EventKind[],
  columns: readonly string[],
  condition = 'TRUE',
): string {
  const { publication, issues, arriving } = asked;
  const wanted = `kind IN (${kinds.map(text).join(', ')})`;
  const names = columns.join(', ');
  const settled = `SELECT ${names}, 1 AS is_settled FROM events WHERE ${within(publication, issues)} AND ${wanted} AND ${condition}`;
  if (arriving?.length === 0) return `(${settled})`;
  // The mark is that of these kinds alone, so that no others are read.
  const qualified = columns.map((name) => `e.${name} AS ${name}`).join(', ');
  return `(
    ${settled}
    UNION ALL
    SELECT ${qualified}, 0 AS is_settled
    ${beyond('events', asked, `${wanted} AND ${condition}`, wanted)}
  )`;
}

/**
 * The arrivals above what a table holds. In a cluster the marks are gathered once and sent to every shard.
 * @param where Which arrivals could be in the table. @param held Which of its rows say how far it goes.
 */
function beyond(
  table: Aggregate['table'] | 'events',
  { publication, arriving }: Asked,
  where: string,
  held: string,
): string {
  return `FROM arrivals AS e
    GLOBAL LEFT JOIN (
      SELECT issue AS held_issue, partition AS held_partition, collector AS held_collector, max(position) + 1 AS next
      FROM ${table}
      WHERE ${within(publication, arriving)} AND ${held}
      GROUP BY issue, partition, collector
    ) AS held
    ON e.issue = held.held_issue AND e.partition = held.held_partition AND e.collector = held.held_collector
    WHERE ${within(publication, arriving)} AND ${where} AND e.position >= held.next`;
}

function aggregateOf(table: Aggregate['table']): Aggregate {
  const found = AGGREGATES.find((one) => one.table === table);
  if (found === undefined) throw new Error(`there is no aggregate ${table}`);
  return found;
}

function within(publication: PublicationId, issues: readonly IssueId[] | null): string {
  const ofPublication = `publication = ${unsigned(publication)}`;
  return issues === null ? ofPublication : `${ofPublication} AND issue IN ${unsignedArray(issues)}`;
}
