import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import type { PayingReaders } from '../warehouse.ts';
import { askedOf, eventsWithArrivals, withArrivals } from './arrivals.sql.ts';

/** A moment, and the last issue that had gone out by then; null: none. */
export interface PayingAt {
  /** UTC, milliseconds; what happened before it counts. */
  readonly time: number;
  readonly issue: IssueId | null;
}

const PAYS = ['converted', 'renewed'] as const;
const ENDS = ['cancelled', 'refunded', 'trial_expired'] as const;

interface Row {
  readonly at: number;
  readonly byEvents: number;
  readonly byRecipients: number;
}

/** What each reader's subscription came to, and when. */
const changes = (events: string) => `
  SELECT reader, toUnixTimestamp64Milli(time) AS moment, (moment, partition, collector, position) AS place,
    toInt8(kind IN ('converted', 'renewed')) AS pays
  FROM ${events}
  WHERE reader != 0`;

/** Who got the whole issue because they pay. */
const premium = (recipients: string) => `
  SELECT issue, groupBitmapMergeState(f.sent_premium) AS premium FROM ${recipients} AS f GROUP BY issue`;

/**
 * At each moment: readers whose last event says that they pay, and of the others those who were premium when the last
 * issue went out and of whose subscription nothing is known yet, as of those who paid before Readout was there.
 *
 * Each reader's changes are added up along the moments: the sum before a moment is how many pay, the union who is known.
 */
const alongMoments = (events: string, recipients: string, moments: readonly PayingAt[]) => `
  SELECT at, byEvents, bitmapAndnotCardinality(premium, known) AS byRecipients
  FROM (
    SELECT
      at,
      ${unsignedArray(moments.map(({ issue }) => issue ?? 0))}[at + 1] AS issue,
      sum(turned) OVER (ORDER BY at ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS byEvents,
      groupBitmapMergeState(known_in) OVER (ORDER BY at ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS known
    FROM (
      SELECT at, sum(change) AS turned, groupBitmapStateIf(toUInt32(reader), reader != 0) AS known_in
      FROM (
        SELECT
          reader,
          arrayCount(one -> one <= moment, ${unsignedArray(moments.map(({ time }) => time))}) AS at,
          pays - lagInFrame(pays, 1, toInt8(0)) OVER (PARTITION BY reader ORDER BY place ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS change
        FROM (${changes(events)})
        UNION ALL
        SELECT 0 AS reader, number AS at, 0 AS change FROM numbers(${unsigned(moments.length)})
      )
      WHERE at < ${unsigned(moments.length)}
      GROUP BY at
    )
  ) AS moments
  LEFT JOIN (${premium(recipients)}) AS issues ON moments.issue = issues.issue
  ORDER BY at`;

/** Who pays at both of two moments. */
const atBoth = (events: string, recipients: string, [first, second]: readonly [PayingAt, PayingAt]) => `
  WITH
    (SELECT groupBitmapMergeState(premium) FROM (${premium(recipients)}) WHERE issue = ${unsigned(first.issue ?? 0)}) AS premium_first,
    (SELECT groupBitmapMergeState(premium) FROM (${premium(recipients)}) WHERE issue = ${unsigned(second.issue ?? 0)}) AS premium_second
  SELECT bitmapAndCardinality(
    bitmapOr(groupBitmapStateIf(reader, pays_first = 1), bitmapAndnot(premium_first, groupBitmapStateIf(reader, known_first))),
    bitmapOr(groupBitmapStateIf(reader, pays_second = 1), bitmapAndnot(premium_second, groupBitmapState(reader)))
  ) AS both
  FROM (
    SELECT
      reader,
      countIf(moment < ${unsigned(first.time)}) > 0 AS known_first,
      argMaxIf(pays, place, moment < ${unsigned(first.time)}) AS pays_first,
      argMax(pays, place) AS pays_second
    FROM (${changes(events)})
    WHERE moment < ${unsigned(second.time)}
    GROUP BY reader
  )`;

/**
 * @param moments in order of time; the first of them stands for the stretch before.
 */
export async function payingReaders(
  engine: Engine,
  publication: PublicationId,
  moments: readonly PayingAt[],
): Promise<PayingReaders> {
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return { at: [], both: 0 };
  const issues = [...new Set(moments.flatMap(({ issue }) => issue ?? []))];
  const [all, some] = await Promise.all([askedOf(engine, publication, null), askedOf(engine, publication, issues)]);
  const events = eventsWithArrivals(
    all,
    [...PAYS, ...ENDS],
    ['reader', 'time', 'kind', 'partition', 'collector', 'position'],
  );
  const recipients = withArrivals('issue_figures', some);
  const [rows, [shared]] = await Promise.all([
    engine.rows<Row>(alongMoments(events, recipients, moments)),
    engine.rows<{ both: number }>(atBoth(events, recipients, [first, last])),
  ]);
  return {
    at: rows.map(({ byEvents, byRecipients }) => ({ byEvents, byRecipients })),
    both: shared?.both ?? 0,
  };
}
