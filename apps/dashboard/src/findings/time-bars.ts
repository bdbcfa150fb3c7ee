import type { Activity } from './pace.ts';

/** A stretch of an issue's life: [from, to) in hours since sending. */
export interface TimeBar {
  readonly from: number;
  readonly to: number;
  /** ISO 8601: where it begins. */
  readonly start: string;
  readonly opens: number;
  readonly machineOpens: number;
  readonly clicks: number;
  readonly readersSoFar: number;
}

export interface TimeSpan {
  readonly id: 'two-days' | 'week' | 'all';
  /** Hours shown, from sending. */
  readonly hours: number;
  /** Hours that one bar holds. */
  readonly step: number;
}

/** The spans worth offering: a longer one only where the issue has lived longer than the shorter one shows. */
export function timeSpans(activity: Activity): TimeSpan[] {
  const life = (activity.at(-1)?.hour ?? 0) + 1;
  const spans: TimeSpan[] = [{ id: 'two-days', hours: 48, step: 1 }];
  if (life > 48) spans.push({ id: 'week', hours: 168, step: 6 });
  if (life > 168) spans.push({ id: 'all', hours: Math.ceil(life / 24) * 24, step: 24 });
  return spans;
}

/** Adds the hours up into bars. Hours that have not come yet have no bar: a gap, not a zero. */
export function timeBars(activity: Activity, span: TimeSpan): TimeBar[] {
  const bars: TimeBar[] = [];
  for (let from = 0; from < span.hours; from += span.step) {
    const to = from + span.step;
    const within = activity.filter((one) => one.hour >= from && one.hour < to);
    const first = within[0];
    if (first === undefined) continue;
    const sum = (pick: (one: Activity[number]) => number) => within.reduce((total, one) => total + pick(one), 0);
    bars.push({
      from,
      to,
      start: first.start,
      opens: sum((one) => one.opens),
      machineOpens: sum((one) => one.machineOpens),
      clicks: sum((one) => one.clicks),
      readersSoFar: within.at(-1)?.readersSoFar ?? 0,
    });
  }
  return bars;
}

/** Where a new day begins within the span, in hours since sending; at most `most` of them, evenly thinned. */
export function dayStarts(
  activity: Activity,
  hours: number,
  dayKey: (iso: string) => string,
  most: number,
): { readonly hour: number; readonly start: string }[] {
  const starts: { hour: number; start: string }[] = [];
  let before: string | undefined;
  for (const one of activity) {
    if (one.hour >= hours) break;
    const key = dayKey(one.start);
    if (before !== undefined && key !== before) starts.push({ hour: one.hour, start: one.start });
    before = key;
  }
  const every = Math.ceil(starts.length / most);
  return every > 1 ? starts.filter((_, index) => index % every === 0) : starts;
}
