import type { PublicationCalendar } from '@readout/api-contract';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { calendarWeeks, monthsOf } from '../../findings/calendar.ts';
import { useDates } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import styles from './calendar.module.css';
import { CalendarCell, dayInWords } from './calendar-cell.tsx';

const MONDAY = 1;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** How many days an arrow key goes. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 };

/**
 * Weeks as columns, weekdays as rows. One day can be reached with Tab, the others from there with the arrow keys; what is
 * on the day that is pointed at or focused stands in a line below, which is always there.
 */
export function CalendarGrid({ calendar }: { calendar: PublicationCalendar }) {
  // Days have no time: they are the same in any zone that they are written in.
  const dates = useDates('UTC');
  const weeks = useMemo(() => calendarWeeks(calendar, MONDAY), [calendar]);
  const days = useMemo(() => weeks.flatMap((week) => week.days), [weeks]);
  const [current, setCurrent] = useState(calendar.to);
  const [pointed, setPointed] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  // The present is at the end: where not everything has room, that is what is seen.
  useEffect(() => {
    const { current: box } = scroller;
    if (box !== null) box.scrollLeft = box.scrollWidth;
  }, []);
  const move = (event: KeyboardEvent) => {
    const at = days.findIndex(({ day }) => day === current);
    const last = days.findLastIndex(({ isToCome }) => !isToCome);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : at + (STEPS[event.key] ?? 0);
    const next = days[to];
    if (to === at || next === undefined || next.isToCome) return;
    event.preventDefault();
    setCurrent(next.day);
    table.current?.querySelector<HTMLElement>(`[data-day="${next.day}"] [tabindex]`)?.focus();
  };
  const shown = days.find(({ day }) => day === pointed);
  return (
    <>
      <div ref={scroller} className={styles['scroller']}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the days of a calendar are gone through with the arrow keys */}
        <table ref={table} className={styles['calendar']} role="grid" aria-labelledby="calendar" onKeyDown={move}>
          <thead>
            <tr>
              <td />
              {monthsOf(weeks).map(({ day, weeks: span }) =>
                // A single week has no room for a name.
                span > 1 ? (
                  <th key={day} scope="colgroup" colSpan={span}>
                    {dates.month(day)}
                  </th>
                ) : (
                  <td key={day} />
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{dates.weekday(weeks[0]?.days[weekday]?.day ?? calendar.to)}</th>
                {weeks.map(({ days: its }) => {
                  const day = its[weekday];
                  return day === undefined ? null : (
                    <CalendarCell
                      key={day.day}
                      day={day}
                      dates={dates}
                      isCurrent={day.day === current}
                      onPoint={setPointed}
                      onFocus={setCurrent}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['caption']} aria-hidden="true">
        {shown === undefined ? (
          <span className="dim">{words.home.calendar.point}</span>
        ) : (
          dayInWords(shown, dates.date(shown.day))
        )}
      </p>
      <Legend />
    </>
  );
}

function Legend() {
  const { sent, two, skipped } = words.home.calendar;
  const marks = [
    { name: sent, issues: 1, isSkipped: false },
    { name: two, issues: 2, isSkipped: false },
    { name: skipped, issues: 0, isSkipped: true },
  ];
  return (
    <ul className={styles['legend']}>
      {marks.map(({ name, issues, isSkipped }) => (
        <li key={name}>
          <span className={styles['mark']} data-skipped={isSkipped || undefined} aria-hidden="true">
            <span className={styles['issues']}>
              {issues > 0 && <span className={styles['issue']} />}
              {issues > 1 && <span className={styles['issue']} />}
            </span>
          </span>
          {name}
        </li>
      ))}
    </ul>
  );
}
