import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { Chart, type ChartTable, type Panel } from '../../charts/chart.tsx';
import type { CsvTable } from '../../csv/csv-table.ts';
import { type Activity, type Pace, paceOf } from '../../findings/pace.ts';
import { dayStarts, type TimeBar, type TimeSpan, timeBars, timeSpans } from '../../findings/time-bars.ts';
import type { DateFormats } from '../../format/dates.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';

/** When people came: readers so far, and the opens of each hour, people's and machines' apart. */
export function ReadersOverTime({ activity }: { activity: Activity }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const spans = useMemo(() => timeSpans(activity), [activity]);
  const [chosen, setChosen] = useState<TimeSpan['id']>('two-days');
  const span = spans.find((one) => one.id === chosen) ?? spans[0];
  const pace = useMemo(() => paceOf(activity), [activity]);
  const drawn = useMemo(() => {
    if (span === undefined) return null;
    const bars = timeBars(activity, span);
    return {
      panels: panelsOf(activity, bars, span, dates, narrow),
      table: tableOf(bars, dates),
      csv: () => csvOf(bars),
    };
  }, [activity, span, dates, narrow]);
  if (drawn === null) return null;
  return (
    <Chart
      id="pace"
      finding={findingOf(pace)}
      tooSmall={pace.state === 'few' ? words.pace.fewSays : undefined}
      panels={drawn.panels}
      table={drawn.table}
      csv={drawn.csv}
      controls={
        spans.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={words.pace.span}
            value={chosen}
            onChange={(value) => setChosen(spans.find((one) => one.id === value)?.id ?? 'two-days')}
            data={spans.map((one) => ({ value: one.id, label: words.pace[one.id] }))}
          />
        )
      }
    />
  );
}

function findingOf(pace: Pace): string {
  if (pace.state === 'none') return words.pace.none;
  if (pace.state === 'few') return words.pace.few(pace.readers, numbers.count(pace.readers));
  const sentence =
    pace.hours === 1
      ? words.pace.halfFirstHour
      : pace.hours > 48
        ? words.pace.halfDays(Math.ceil(pace.hours / 24))
        : words.pace.halfHours(pace.hours);
  return pace.settled ? sentence : words.pace.soFar(sentence);
}

function panelsOf(
  activity: Activity,
  bars: readonly TimeBar[],
  span: TimeSpan,
  dates: DateFormats,
  narrow: boolean,
): Panel[] {
  const inDays = span.hours > 48;
  const days = dayStarts(activity, span.hours, dates.dayKey, narrow ? 4 : 8);
  const axis = {
    to: span.hours,
    ticks: ticksOf(span, narrow),
    label: (hour: number) => numbers.count(inDays ? hour / 24 : hour),
    marks: days.map(({ hour, start }) => ({ x: hour, text: dates.weekday(start) })),
    hidden: true,
  };
  const shown = { step: span.step, value: (value: number) => numbers.count(value), group: 'pace' } as const;
  const barAt = (x: number) => bars.find((one) => one.from <= x && x <= one.to);
  const describe = (x: number) => {
    const bar = barAt(x);
    return bar === undefined ? '' : `${words.pace.hourOf(bar.from, bar.to)} · ${dates.hour(bar.start)}`;
  };
  const each = span.step === 1 ? words.pace.perHour : words.pace.perHours(span.step);
  const unmarked = { ...axis, marks: axis.marks.map((mark) => ({ ...mark, text: '' })) };
  const over = (pick: (bar: TimeBar) => number) => pointsOver(bars, span, pick);
  return [
    {
      ...shown,
      kind: 'line',
      tone: 'accent',
      name: words.pace.readersSoFar,
      label: words.pace.readersSoFar,
      unit: '',
      height: 190,
      axis,
      describe,
      points: over((bar) => bar.readersSoFar),
    },
    {
      ...shown,
      kind: 'bars',
      tone: 'accent',
      name: words.pace.opensByPeople,
      label: words.pace.opensByPeople,
      unit: each,
      height: 120,
      axis: unmarked,
      describe,
      points: over((bar) => bar.opens),
    },
    {
      ...shown,
      kind: 'bars',
      tone: 'quiet',
      name: words.pace.opensByMachines,
      label: words.pace.opensByMachines,
      unit: `${each}; ${inDays ? words.pace.daysSinceSending : words.pace.sinceSending}`,
      height: 120,
      axis: { ...unmarked, hidden: false },
      describe,
      points: over((bar) => bar.machineOpens),
    },
  ];
}

/** A point in the middle of every bar's place, also where no bar is yet: the places keep their width from the start. */
function pointsOver(bars: readonly TimeBar[], span: TimeSpan, pick: (bar: TimeBar) => number): Panel['points'] {
  const byStart = new Map(bars.map((bar) => [bar.from, bar]));
  return Array.from({ length: Math.ceil(span.hours / span.step) }, (_, at) => {
    const bar = byStart.get(at * span.step);
    return { x: (at + 0.5) * span.step, y: bar === undefined ? null : pick(bar) };
  });
}

/** How many stretches the axis is cut into: whole hours or whole days each. */
function ticksOf(span: TimeSpan, narrow: boolean): number {
  if (span.hours === 48) return narrow ? 4 : 8;
  if (span.hours === 168) return 7;
  const days = span.hours / 24;
  return days <= 14 ? days : Math.max(1, Math.round(days / Math.ceil(days / (narrow ? 5 : 10))));
}

const COUNTED = [words.pace.readersSoFar, words.pace.opensByPeople, words.pace.opensByMachines, words.pace.clicks];

function countsOf(bar: TimeBar): number[] {
  return [bar.readersSoFar, bar.opens, bar.machineOpens, bar.clicks];
}

function csvOf(bars: readonly TimeBar[]): CsvTable {
  return {
    columns: [words.pace.hour, words.pace.begins, ...COUNTED],
    rows: bars.map((bar) => [bar.from, bar.start, ...countsOf(bar)]),
  };
}

function tableOf(bars: readonly TimeBar[], dates: DateFormats): ChartTable {
  return {
    columns: [words.pace.hour, words.pace.begins, ...COUNTED],
    rows: bars.map((bar) => [
      words.pace.hourOf(bar.from, bar.to),
      dates.hour(bar.start),
      ...countsOf(bar).map(numbers.count),
    ]),
  };
}
