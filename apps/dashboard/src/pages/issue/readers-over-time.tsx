import type { IssueReport, IssueUsual } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { usualQuery } from '../../api/usual-queries.ts';
import { Chart } from '../../charts/chart.tsx';
import { Defined } from '../../figures/defined.tsx';
import { ageOf } from '../../figures/usual.tsx';
import { paceOf } from '../../findings/pace.ts';
import { type TimeSpan, timeBars, timeSpans } from '../../findings/time-bars.ts';
import { type Course, courseOf } from '../../findings/usual.ts';
import { spanOf } from '../../format/spans.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { useNarrow } from '../../frame/use-narrow.ts';
import { NoteList } from '../../notes/note-list.tsx';
import { useNotes } from '../../notes/use-notes.ts';
import { words } from '../../words/words.ts';
import { paceFinding } from './pace-finding.ts';
import { panelsOf } from './pace-panels.ts';
import { paceCsv, paceTable } from './pace-table.ts';
import { SpanChoice } from './span-choice.tsx';

const DAY_MS = 86_400_000;
/** Notes about an issue may stand a little before it, and on its curve up to where that ends. */
const NOTES_BEFORE_MS = 2 * DAY_MS;
const NOTES_AFTER_MS = 14 * DAY_MS;

/** When people came: readers so far beside the usual, and the opens of each hour, people's and machines' apart. */
export function ReadersOverTime({ report: { issue, asOf, activity, figures } }: { report: IssueReport }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const narrow = useNarrow();
  const { data: usual } = useQuery(usualQuery(publication.id, issue.id));
  const begins = Date.parse(issue.sentAt ?? activity[0]?.start ?? issue.createdAt);
  const notes = useNotes(publication.id, {
    from: new Date(begins - NOTES_BEFORE_MS).toISOString(),
    to: new Date(begins + NOTES_AFTER_MS).toISOString(),
  });
  // Those about another issue are on its page.
  const its = useMemo(
    () => notes.notes.filter((note) => note.issue === null || note.issue === issue.id),
    [notes.notes, issue.id],
  );
  const spans = useMemo(() => timeSpans(activity), [activity]);
  const [chosen, setChosen] = useState<TimeSpan['id']>('two-days');
  const span = spans.find((one) => one.id === chosen) ?? spans[0];
  const pace = useMemo(() => paceOf(activity), [activity]);
  const course = courseOf(usual, figures.readers);
  const drawn = useMemo(() => {
    if (span === undefined) return null;
    const bars = timeBars(activity, span);
    return {
      panels: panelsOf({ activity, bars, span, usual, notes: its, dates, narrow }),
      table: paceTable(bars, usual, dates),
      csv: () => paceCsv(bars, usual),
    };
  }, [activity, span, usual, its, dates, narrow]);
  if (drawn === null) return null;
  return (
    <Chart
      id="pace"
      finding={course.state === 'unknown' ? paceFinding(pace) : comparedFinding(course, usual, figures.readers)}
      tooSmall={pace.state === 'few' ? words.pace.fewSays : course.state === 'unknown' ? undefined : paceFinding(pace)}
      panels={drawn.panels}
      table={drawn.table}
      csv={drawn.csv}
      controls={<SpanChoice spans={spans} chosen={chosen} onChoose={setChosen} />}
    >
      {course.state === 'growing' && course.forecast !== null && (
        <p className="dim small">
          <Defined term="forecast">{words.usual.forecast}</Defined>
        </p>
      )}
      <NoteList
        of={{ ...notes, notes: its }}
        about={issue.id}
        at={new Date(Math.min(Date.parse(asOf), begins + NOTES_AFTER_MS)).toISOString()}
        timeZone={publication.timeZone}
      />
    </Chart>
  );
}

function comparedFinding(
  course: Exclude<Course, { state: 'unknown' }>,
  usual: IssueUsual | undefined,
  readers: number,
): string {
  if (course.state === 'done') {
    return words.usual.done[course.standing](numbers.count(readers), spanOf(course.range, numbers.count));
  }
  if (course.forecast === null) return words.usual.growing[course.standing](ageOf(usual?.age ?? 0));
  return words.usual.ahead[course.standing](spanOf(course.forecast, numbers.count));
}
