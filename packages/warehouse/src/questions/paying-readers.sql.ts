import type { PayingReaders, PayingReadersQuery } from '../at-a-glance.ts';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { text } from '../schema/table.ts';
import { askedOf, narrowed, withArrivals } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';

const PAYS = ['converted', 'renewed'] as const;
const ENDS = ['cancelled', 'refunded', 'trial_expired'] as const;

interface Row {
  readonly counts: readonly (readonly [at: number, byEvents: number, byRecipients: number])[];
  readonly both: number;
}

/** What each reader's subscription came to, and when. At the same moment a payment comes last. */
const changes = (events: string) => `
  SELECT reader, toUnixTimestamp64Milli(time) AS moment, toInt8(kind IN (${PAYS.map(text).join(', ')})) AS pays
  FROM ${events}
  WHERE reader != 0`;

/** Of each issue that went to premium readers: to whom, and when. */
const premium = (recipients: string, issues: PayingReadersQuery['issues']) => `
  SELECT
    1 AS same,
    transform(issue, ${unsignedArray(issues.map(({ id }) => id))}, ${unsignedArray(issues.map(({ sentAt }) => sentAt))}, 0) AS went_out,
    groupBitmapMergeState(f.sent_premium) AS premium_then
  FROM ${recipients} AS f
  GROUP BY issue
  HAVING bitmapCardinality(premium_then) > 0`;

/** Of each reader of whom something is known: what it came to before the first moment, and what changed since. */
const byReader = (events: string, first: number) => `
  SELECT
    reader,
    countIf(moment < ${unsigned(first)}) > 0 AS known_before,
    argMaxIf(pays, (moment, pays), moment < ${unsigned(first)}) AS paid_before,
    arraySort(groupArrayIf((moment, pays), moment >= ${unsigned(first)})) AS changes_since
  FROM (${changes(events)})
  GROUP BY reader`;

/**
 * At each moment: readers whose last event says that they pay, and of the others those who were premium when the last
 * such issue went out and of whose subscription nothing is known yet, as of those who paid before Readout was there.
 */
const atMoments = (events: string, recipients: string, { moments, issues }: PayingReadersQuery) => `
  SELECT
    groupArray((at, bitmapCardinality(paying), bitmapCardinality(presumed))) AS counts,
    bitmapAndCardinality(
      groupBitmapMergeStateIf(either, at = 0),
      groupBitmapMergeStateIf(either, at = ${unsigned(moments.length - 1)})
    ) AS both
  FROM (
    SELECT at, paying, bitmapAndnot(premium_then, known) AS presumed, bitmapOr(paying, presumed) AS either
    FROM (
      SELECT
        at,
        1 AS same,
        ${unsignedArray(moments)}[at + 1] AS then,
        groupBitmapStateIf(reader, pays_then = 1) AS paying,
        groupBitmapStateIf(reader, known_then) AS known
      FROM (
        SELECT
          reader,
          at,
          arrayFilter(change -> change.1 < ${unsignedArray(moments)}[at + 1], changes_since) AS changes_then,
          known_before OR notEmpty(changes_then) AS known_then,
          if(empty(changes_then), paid_before, changes_then[-1].2) AS pays_then
        FROM (${byReader(events, moments[0] ?? 0)})
        ARRAY JOIN range(${unsigned(moments.length)}) AS at
        UNION ALL
        SELECT toUInt32(0) AS reader, number AS at, [] AS changes_then, 0 AS known_then, 0 AS pays_then
        FROM numbers(${unsigned(moments.length)})
      )
      GROUP BY at
    ) AS moments
    ASOF LEFT JOIN (${premium(recipients, issues)}) AS issues ON moments.same = issues.same AND moments.then > issues.went_out
  )`;

export async function payingReaders(engine: Engine, query: PayingReadersQuery): Promise<PayingReaders> {
  const { publication, moments, issues } = query;
  if (moments.length === 0) return { at: [], both: 0 };
  const all = await askedOf(engine, publication, null);
  const some = narrowed(
    all,
    issues.map(({ id }) => id),
  );
  const events = eventsWithArrivals(all, [...PAYS, ...ENDS], ['reader', 'time', 'kind']);
  const [row] = await engine.rows<Row>(atMoments(events, withArrivals('issue_figures', some), query));
  return {
    at: (row?.counts ?? [])
      .toSorted(([one], [other]) => one - other)
      .map(([, byEvents, byRecipients]) => ({ byEvents, byRecipients })),
    both: row?.both ?? 0,
  };
}
