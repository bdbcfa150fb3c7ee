import type { PublicationCalendar } from '@readout/api-contract';

export type CalendarIssue = PublicationCalendar['issues'][number];

export interface CalendarDay {
  /** As `2026-03-02`. */
  readonly day: string;
  readonly issues: readonly CalendarIssue[];
  readonly isSkipped: boolean;
  /** After today: the week is not over. */
  readonly isToCome: boolean;
}

export interface CalendarWeek {
  readonly days: readonly CalendarDay[];
}

const DAY_MS = 86_400_000;
const at = (day: string, more: number) => new Date(Date.parse(day) + more * DAY_MS).toISOString().slice(0, 10);

/**
 * Whole weeks of the calendar, in order, up to the one that today is in.
 * @param firstDay of a week: 0 is Sunday, 1 Monday
 */
export function calendarWeeks({ from, to, issues, skipped }: PublicationCalendar, firstDay: number): CalendarWeek[] {
  const byDay = new Map<string, CalendarIssue[]>();
  for (const issue of issues) byDay.set(issue.day, [...(byDay.get(issue.day) ?? []), issue]);
  const missing = new Set(skipped);
  const weekdayOf = (day: string) => (new Date(day).getUTCDay() - firstDay + 7) % 7;
  const weeks: CalendarWeek[] = [];
  // The first week is whole: it begins on or after the first day that is known.
  for (let start = at(from, (7 - weekdayOf(from)) % 7); start <= to; start = at(start, 7)) {
    const days = Array.from({ length: 7 }, (_, weekday) => {
      const day = at(start, weekday);
      return { day, issues: byDay.get(day) ?? [], isSkipped: missing.has(day), isToCome: day > to };
    });
    weeks.push({ days });
  }
  return weeks;
}

/** Months along the weeks: a week belongs to the month that its first day is in. */
export function monthsOf(weeks: readonly CalendarWeek[]): { readonly day: string; readonly weeks: number }[] {
  const months: { day: string; weeks: number }[] = [];
  for (const { days } of weeks) {
    const day = days[0]?.day ?? '';
    const last = months.at(-1);
    if (last !== undefined && last.day.slice(0, 7) === day.slice(0, 7)) last.weeks++;
    else months.push({ day, weeks: 1 });
  }
  return months;
}
