import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { CalendarDay, CalendarIssue } from '../../findings/calendar.ts';
import type { DateFormats } from '../../format/dates.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './calendar.module.css';

/** What was on a day, for those who point at it. @param date how the day is written */
export function dayInWords({ issues, isSkipped, isToCome }: CalendarDay, date: string): string {
  if (issues.length > 0) return issues.map((issue) => issueInWords(issue, date)).join(' · ');
  if (isToCome) return words.home.calendar.toCome(date);
  return isSkipped ? words.home.calendar.skippedOn(date) : words.home.calendar.nothingOn(date);
}

function issueInWords({ title, openRate }: CalendarIssue, date: string): string {
  const shown = shownTitle(title);
  return openRate === null
    ? words.home.calendar.unread(date, shown)
    : words.home.calendar.issue(date, shown, numbers.rate(openRate));
}

/**
 * A day: its issues as links, or whether it was skipped. Only the current one is reached with Tab. Of a year of them those
 * alone are drawn anew that have changed, while the pointer goes over them.
 */
export const CalendarCell = memo(function CalendarCell({
  day,
  dates,
  isCurrent,
  onPoint,
  onFocus,
}: {
  day: CalendarDay;
  dates: DateFormats;
  isCurrent: boolean;
  onPoint: (day: string | null) => void;
  onFocus: (day: string) => void;
}) {
  const publication = usePublication();
  if (day.isToCome) return <td />;
  const date = dates.date(day.day);
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <td
      data-day={day.day}
      className={styles['mark']}
      data-skipped={day.isSkipped || undefined}
      onMouseEnter={() => onPoint(day.day)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => {
        onFocus(day.day);
        onPoint(day.day);
      }}
      onBlur={() => onPoint(null)}
    >
      {day.issues.length === 0 ? (
        <span tabIndex={tabIndex} className={styles['day']}>
          <span className={styles['words']}>{dayInWords(day, date)}</span>
        </span>
      ) : (
        <div className={styles['issues']}>
          {day.issues.map((issue) => (
            <Link
              key={issue.id}
              to="/p/$publication/issues/$issue"
              params={{ publication: publication.id, issue: issue.id }}
              preload={false}
              tabIndex={tabIndex}
              className={styles['issue']}
              aria-label={issueInWords(issue, date)}
            />
          ))}
        </div>
      )}
    </td>
  );
});
