import { Skeleton } from '@mantine/core';
import type { PublicationCalendar } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { calendarQuery } from '../../api/home-queries.ts';
import type { CsvTable } from '../../csv/csv-table.ts';
import { ExportMenu } from '../../csv/export-menu.tsx';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { Failed } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import { CalendarGrid } from './calendar-grid.tsx';
import { FollowingEffects } from './following-effects.tsx';
import styles from './home.module.css';

/** The last twelve months by day, and what a skipped day or a second issue does to the next one. */
export function Calendar() {
  const publication = usePublication();
  const calendar = useQuery(calendarQuery(publication.id));
  const { data } = calendar;
  const title = words.home.calendar.title;
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{title}</h2>
      {calendar.isPending && (
        <div role="status" aria-busy="true" aria-label={words.loading}>
          <Skeleton mt="xs" height={260} />
        </div>
      )}
      {calendar.isError && data === undefined && (
        <Failed title={words.home.calendar.failed} error={calendar.error} retry={() => void calendar.refetch()} />
      )}
      {data !== undefined && (
        <>
          <p className="dim small">
            <Defined term="skippedDay">
              {words.home.calendar.says(
                data.issues.length,
                numbers.count(data.issues.length),
                data.skipped.length,
                numbers.count(data.skipped.length),
              )}
            </Defined>
          </p>
          <CalendarGrid calendar={data} />
          <FollowingEffects calendar={data} />
          <div className={styles['csv']}>
            <ExportMenu table={() => csvOf(data)} of={title} />
          </div>
        </>
      )}
    </section>
  );
}

function csvOf({ issues, skipped }: PublicationCalendar): CsvTable {
  const say = words.home.calendar;
  const sent = issues.map(
    (one) => [one.day, say.sent, one.title, one.sentAt, one.delivered, one.readers, one.openRate] as const,
  );
  const missing = skipped.map((day) => [day, say.skipped, null, null, null, null, null] as const);
  return {
    columns: [say.day, say.what, say.issueColumn, words.csv.sent, say.delivered, say.readers, say.openRate],
    rows: [...sent, ...missing].toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)),
  };
}
