import type { OverDays, PeopleOverDays } from '../at-a-glance.ts';
import { unsigned, unsignedArray } from '../literal.ts';

const QUARTER_MS = 900_000;

const seconds = (time: number) => {
  if (time % QUARTER_MS !== 0) throw new RangeError(`${time} is no beginning of a quarter of an hour`);
  return time / 1_000;
};

/** Whether a moment is in one of the two. @param moment an expression, seconds since 1970 */
export function withinEither(moment: string, { days, to, before }: OverDays): string {
  const between = (from: number, until: number) =>
    `(${moment} >= ${unsigned(seconds(from))} AND ${moment} < ${unsigned(seconds(until))})`;
  return `(${between(days[0] ?? to, to)} OR ${between(before.days[0] ?? before.to, before.to)})`;
}

/** The beginning of the day that a moment is in, in seconds. */
export function dayOf(moment: string, { days, to, before }: OverDays): string {
  const starts = [...before.days, ...days];
  return `roundDown(${moment}, ${unsignedArray((starts.length === 0 ? [to] : starts).map(seconds))})`;
}

/** A row of `day` and a set of people for each day, made one with the three counts and the days' as an array. */
export function setsCounted(name: string, set: string, { days, to }: OverDays): string {
  const from = unsigned(seconds(days[0] ?? to));
  return `
    groupBitmapMergeIf(${set}, day >= ${from}) AS ${name}_now,
    groupBitmapMergeIf(${set}, day < ${from}) AS ${name}_before,
    groupBitmapMerge(${set}) AS ${name}_ever,
    groupArray(bitmapCardinality(${set})) AS ${name}_by_day`;
}

/** What stands under each day; 0 where there is nothing. */
export function inDays(
  days: readonly number[],
  found: readonly number[] | undefined,
  values: readonly number[] | undefined,
): readonly number[] {
  const at = new Map((found ?? []).map((day, index) => [day, values?.[index] ?? 0]));
  return days.map((day) => at.get(day / 1_000) ?? 0);
}

/** @param ever who was there in one of the two or in both. */
export function peopleOver(now: number, before: number, ever: number, byDay: readonly number[]): PeopleOverDays {
  return { now, before, both: now + before - ever, byDay };
}
