/** As many of the same weekday before a day say whether something usually goes out on it. */
const WEEKS = 8;
/** So many at least: after two or three weeks nobody has a habit. */
const FEWEST_WEEKS = 4;
/** On three of four: an author who is away now and then still has the habit, who sends every other week has not. */
const LEAST_SHARE = 0.75;

/** How many days before one are looked at. */
export const HABIT_DAYS = WEEKS * 7;

/**
 * Days on which a publication usually sends, by its weekdays over the weeks before, and did not. A pause is skipped days at
 * first, until not sending is the habit.
 * @param sentOn days on which an issue went out, in order @param from first and @param to last day that is asked about
 */
export function skippedDays(sentOn: readonly number[], from: number, to: number): number[] {
  const sent = new Set(sentOn);
  const first = sentOn[0];
  if (first === undefined) return [];
  const skipped: number[] = [];
  for (let day = from; day <= to; day++) {
    if (sent.has(day)) continue;
    const before = Array.from({ length: WEEKS }, (_, week) => day - 7 * (week + 1)).filter((one) => one >= first);
    const times = before.filter((one) => sent.has(one)).length;
    if (before.length >= FEWEST_WEEKS && times >= LEAST_SHARE * before.length) skipped.push(day);
  }
  return skipped;
}
