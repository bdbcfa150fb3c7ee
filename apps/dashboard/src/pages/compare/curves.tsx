import { SegmentedControl } from '@mantine/core';
import type { ComparedIssue } from '@readout/api-contract';
import { useMemo } from 'react';
import { Chart, type ChartTable, type Panel } from '../../charts/chart.tsx';
import type { CsvTable } from '../../csv/csv-table.ts';
import { curveOf, hoursInCommon, largest, letterOf } from '../../findings/compared.ts';
import { shortened, shownTitle } from '../../format/titles.ts';
import { numbers } from '../../format/viewer.ts';
import { useNarrow } from '../../frame/use-narrow.ts';
import { words } from '../../words/words.ts';

type As = 'share' | 'counts';
type Span = 'two-days' | 'week';
const HOURS: Readonly<Record<Span, number>> = { 'two-days': 48, week: 168 };
/** Characters of a title at the end of its line, and the pixels that they need. */
const LABEL = { wide: { characters: 22, room: 190 }, narrow: { characters: 0, room: 26 } };

/** How readers came to each issue since it was sent, over one axis. */
export function Curves({
  items,
  as,
  span,
  onAs,
  onSpan,
}: {
  items: readonly ComparedIssue[];
  as: As;
  span: Span;
  onAs: (as: As) => void;
  onSpan: (span: Span) => void;
}) {
  const narrow = useNarrow();
  const hours = HOURS[span];
  const { panel, table, csv } = useMemo(
    () => ({
      panel: panelOf(items, hours, as, narrow),
      table: tableOf(items, hours, as),
      csv: () => csvOf(items, hours, as),
    }),
    [items, hours, as, narrow],
  );
  return (
    <Chart
      id="curves"
      finding={findingOf(items, hours, as)}
      panels={[panel]}
      table={table}
      csv={csv}
      controls={
        <>
          <SegmentedControl
            size="xs"
            aria-label={words.compare.as}
            value={as}
            onChange={(value) => onAs(value === 'counts' ? 'counts' : 'share')}
            data={[
              { value: 'share', label: words.compare.asShare },
              { value: 'counts', label: words.compare.asCounts },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={words.compare.span}
            value={span}
            onChange={(value) => onSpan(value === 'week' ? 'week' : 'two-days')}
            data={[
              { value: 'two-days', label: words.compare.twoDays },
              { value: 'week', label: words.compare.week },
            ]}
          />
        </>
      }
    />
  );
}

/** A title keeps its own direction beside letters and numbers of ours. */
const named = (item: ComparedIssue, at: number, most: number) =>
  `${letterOf(at)} \u2068${shortened(shownTitle(item.title), most)}\u2069`;
const written = (as: As) => (y: number) => (as === 'counts' ? numbers.count(y) : numbers.rate(y / 100));

/** At the age that all of them have reached: a younger one has not lost. */
function findingOf(items: readonly ComparedIssue[], hours: number, as: As): string {
  const common = hoursInCommon(items, hours);
  const at = items.map((item) => curveOf(item, hours, as)[common - 1]?.y ?? 0);
  if (common === 0 || at.every((one) => one === 0)) return words.compare.noCurves;
  const first = largest(at);
  const leading = first === null ? undefined : items[first];
  if (leading === undefined) return words.compare.even(words.compare.hours(common));
  const title = `\u2068${shortened(shownTitle(leading.title), 60)}\u2069`;
  return (as === 'counts' ? words.compare.aheadCounts : words.compare.ahead)(title, words.compare.hours(common));
}

function panelOf(items: readonly ComparedIssue[], hours: number, as: As, narrow: boolean): Panel {
  const { characters, room } = narrow ? LABEL.narrow : LABEL.wide;
  const lines = items.map((item, at) => ({
    name: named(item, at, 40),
    label: characters === 0 ? letterOf(at) : named(item, at, characters),
    points: curveOf(item, hours, as),
  }));
  return {
    kind: 'line',
    tone: 'accent',
    group: 'compare',
    name: words.compare.curves,
    label: words.compare.curves,
    unit: as === 'counts' ? words.compare.countUnit : words.compare.shareUnit,
    height: 320,
    step: 1,
    points: lines[0]?.points ?? [],
    lines: { all: lines, room },
    axis: {
      to: hours,
      ticks: hours === 48 ? (narrow ? 4 : 8) : 7,
      label: (hour) => numbers.count(hour),
      marks: [],
      hidden: false,
    },
    value: written(as),
    describe: (x) => words.compare.afterHour(Math.round(x)),
  };
}

function tableOf(items: readonly ComparedIssue[], hours: number, as: As): ChartTable {
  const curves = items.map((item) => curveOf(item, hours, as));
  return {
    columns: [words.compare.hour, ...items.map((item, at) => named(item, at, 40))],
    rows: Array.from({ length: hours }, (_, hour) => [
      numbers.count(hour + 1),
      ...curves.map((curve) => {
        const y = curve[hour]?.y ?? null;
        return y === null ? '–' : written(as)(y);
      }),
    ]),
  };
}

function csvOf(items: readonly ComparedIssue[], hours: number, as: As): CsvTable {
  const curves = items.map((item) => curveOf(item, hours, as));
  return {
    columns: [words.compare.hour, ...items.map((item, at) => `${letterOf(at)} ${item.title}`)],
    rows: Array.from({ length: hours }, (_, hour) => [
      hour + 1,
      ...curves.map((curve) => {
        const y = curve[hour]?.y ?? null;
        return y === null || as === 'counts' ? y : y / 100;
      }),
    ]),
  };
}
