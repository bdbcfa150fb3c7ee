import type { PublicationId } from '@readout/events';
import type { OverDays, PeopleOverDays } from '../at-a-glance.ts';
import type { Engine } from '../engine/engine.ts';
import { askedOf, withArrivals } from './arrivals.sql.ts';
import { dayOf, inDays, peopleOver, setsCounted, withinEither } from './over-days.sql.ts';

interface Row {
  readonly days: readonly number[];
  readonly readers_now: number;
  readonly readers_before: number;
  readonly readers_ever: number;
  readonly readers_by_day: readonly number[];
}

/**
 * Different readers of a publication's issues by when they opened or clicked: sets of quarters of an hour, united by day
 * first, so that each is read once for the days and for the whole.
 */
export async function readersByDay(
  engine: Engine,
  publication: PublicationId,
  over: OverDays,
): Promise<PeopleOverDays> {
  const asked = await askedOf(engine, publication, null);
  const moment = 'toUnixTimestamp(quarter)';
  const [row] = await engine.rows<Row>(`
    SELECT groupArray(day) AS days, ${setsCounted('readers', 'people', over)}
    FROM (
      SELECT ${dayOf(moment, over)} AS day, groupBitmapMergeState(a.readers) AS people
      FROM ${withArrivals('issue_activity', asked)} AS a
      WHERE ${withinEither(moment, over)}
      GROUP BY day
    )`);
  const byDay = inDays(over.days, row?.days, row?.readers_by_day);
  return peopleOver(row?.readers_now ?? 0, row?.readers_before ?? 0, row?.readers_ever ?? 0, byDay);
}
