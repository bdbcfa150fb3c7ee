import type { PublicationId } from '@readout/events';
import type { OverDays, StepsOverDays } from '../at-a-glance.ts';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import { HUMAN_CLICK, PAYWALL_HIT } from '../schema/aggregates.sql.ts';
import { askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { dayOf, inDays, peopleOver, setsCounted, withinEither } from './over-days.sql.ts';

const SETS = ['clickers', 'hits', 'trials', 'converted'] as const;
type Set = (typeof SETS)[number];

type Row = {
  readonly days: readonly number[];
  readonly clicks_by_day: readonly number[];
} & Readonly<
  Record<`${Set}_now` | `${Set}_before` | `${Set}_ever`, number> & Record<`${Set}_by_day`, readonly number[]>
>;

/**
 * Clicks, paywall hits, trials and first payments by day. No aggregate knows when they were, but they are few beside
 * what was sent and opened, and the order of the table has those of an issue together. A hit is counted once for a person
 * and issue, whatever else for a person.
 */
const byDay = (from: string, over: OverDays) => `
  SELECT
    groupArray(day) AS days,
    groupArray(clicks_in) AS clicks_by_day,
    ${SETS.map((set) => setsCounted(set, `${set}_in`, over)).join(',')}
  FROM (
    SELECT
      ${dayOf('moment', over)} AS day,
      countIf(${HUMAN_CLICK}) AS clicks_in,
      groupBitmapStateIf(reader, ${HUMAN_CLICK} AND reader != 0) AS clickers_in,
      groupBitmapStateIf(toUInt64(issue) * 4294967296 + reader, ${PAYWALL_HIT} AND reader != 0 AND issue != 0) AS hits_in,
      groupBitmapStateIf(reader, kind = 'trial_started' AND reader != 0) AS trials_in,
      groupBitmapStateIf(reader, kind = 'converted' AND reader != 0) AS converted_in
    FROM (
      SELECT kind, verdict, reader, issue, toUnixTimestamp(time) AS moment
      FROM ${from}
      WHERE time >= toDateTime64(${unsigned((over.before.days[0] ?? over.before.to) / 1_000)}, 3, 'UTC')
    )
    WHERE ${withinEither('moment', over)}
    GROUP BY day
  )`;

export async function stepsByDay(engine: Engine, publication: PublicationId, over: OverDays): Promise<StepsOverDays> {
  const asked = await askedOf(engine, publication, null);
  const events = eventsWithArrivals(
    asked,
    ['clicked', 'paywall_hit', 'trial_started', 'converted'],
    ['kind', 'verdict', 'reader', 'issue', 'time'],
  );
  const [row] = await engine.rows<Row>(byDay(events, over));
  const people = (set: Set) =>
    peopleOver(
      row?.[`${set}_now`] ?? 0,
      row?.[`${set}_before`] ?? 0,
      row?.[`${set}_ever`] ?? 0,
      inDays(over.days, row?.days, row?.[`${set}_by_day`]),
    );
  return {
    clicks: {
      beforeByDay: inDays(over.before.days, row?.days, row?.clicks_by_day),
      byDay: inDays(over.days, row?.days, row?.clicks_by_day),
    },
    clickers: people('clickers'),
    paywallHits: people('hits'),
    trialsStarted: people('trials'),
    converted: people('converted'),
  };
}
