import { localDay, weekdayOf } from '@readout/local-time';
import { HOUR, instantOf, MINUTE } from './local-time.ts';
import { SAMPLE_PUBLICATION } from './publication.ts';
import { Random } from './random.ts';

const { timeZone } = SAMPLE_PUBLICATION;

/** 06:30 by the local clock. */
const USUAL_MINUTE = 6 * 60 + 30;
/** The newest issue has been out for at least this long. */
const OUT_FOR = 2 * HOUR;
/** And for no longer than this. */
const OUT_AT_MOST = 27 * HOUR;
/** Of weekdays on which nothing went out, and of Saturdays on which something did. */
const SKIPPED_WEEKDAYS = 0.07;
const SATURDAYS = 0.2;
const SEED = 7;

/**
 * When the last `count` issues went out (UTC, ms, ascending): around 06:30 local time, most weekdays, a few
 * Saturdays. Which days are skipped depends on the calendar alone; the newest issue is the exception: it always
 * went out 2 to 27 hours before `now`, so that its curve still moves.
 */
export function sendTimes(now: number, count: number): readonly number[] {
  let day = localDay(now, timeZone);
  while (sendTime(day) + OUT_FOR > now) day--;
  // Two late mornings, or the end of daylight saving, can put more than a day between two issues.
  const times = [Math.max(sendTime(day), now - OUT_AT_MOST)];
  for (day--; times.length < count; day--) if (goesOut(day)) times.push(sendTime(day));
  return times.reverse();
}

function goesOut(day: number): boolean {
  const luck = new Random(SEED, day).unit();
  switch (weekdayOf(day)) {
    case 0:
      return false;
    case 6:
      return luck < SATURDAYS;
    default:
      return luck >= SKIPPED_WEEKDAYS;
  }
}

/** A few minutes early or late, and seldom later still: the author is a person. */
function sendTime(day: number): number {
  const random = new Random(SEED, day, 1);
  const late = random.between(-6, 14) + (random.chance(0.06) ? random.between(15, 55) : 0);
  return Math.round(instantOf(day, USUAL_MINUTE, timeZone) + late * MINUTE);
}
