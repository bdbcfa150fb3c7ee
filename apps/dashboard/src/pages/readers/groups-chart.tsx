import { useMemo } from 'react';
import { Chart, type ChartTable, type Panel } from '../../charts/chart.tsx';
import type { CsvTable } from '../../csv/csv-table.ts';
import { issueAxis } from '../../findings/machine-history.ts';
import {
  GROUP_TONES,
  GROUPS,
  type GroupDay,
  isTooFew,
  type Standing,
  sizesOf,
  sumOfGroups,
} from '../../findings/reader-groups.ts';
import type { DateFormats } from '../../format/dates.ts';
import { ratio } from '../../format/numbers.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { useNarrow } from '../../frame/use-narrow.ts';
import { words } from '../../words/words.ts';
import { GroupLegend } from './group-name.tsx';

/** How many readers were in each group, week by week. */
export function GroupsChart({ days, standing }: { days: readonly GroupDay[]; standing: Standing | null }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const narrow = useNarrow();
  const drawn = useMemo(
    () => ({ panels: [panelOf(days, standing, dates, narrow)], table: tableOf(days, standing, dates) }),
    [days, standing, dates, narrow],
  );
  const last = days.at(-1);
  if (last === undefined) return null;
  return (
    <Chart
      id="groups"
      finding={findingOf(last, standing)}
      tooSmall={isTooFew(last, standing) ? words.readers.few : undefined}
      legend={<GroupLegend />}
      panels={drawn.panels}
      table={drawn.table}
      csv={() => csvOf(days, standing, dates)}
    />
  );
}

function findingOf(day: GroupDay, standing: Standing | null): string {
  const sizes = sizesOf(day, standing);
  const all = sumOfGroups(sizes);
  if (all === 0) return words.readers.findingNobody;
  const say = standing === null ? words.readers.finding : words.readers.findingOf[standing];
  return say(numbers.count(sizes.engaged), numbers.count(all), numbers.rate(ratio(sizes.engaged, all)));
}

function panelOf(days: readonly GroupDay[], standing: Standing | null, dates: DateFormats, narrow: boolean): Panel {
  const { places, ticks } = issueAxis(days.length, narrow ? 4 : 8);
  const over = (pick: (day: GroupDay) => number) =>
    Array.from({ length: places }, (_, at) => {
      const day = days[at];
      // A day without issues has nobody in any group: a gap, and no fall to zero.
      return { x: at + 0.5, y: day === undefined || day.issues === 0 ? null : pick(day) };
    });
  const labelled = (x: number) => {
    const day = days[x];
    return day === undefined ? '' : dates.day(day.day);
  };
  return {
    kind: 'bars',
    tone: 'human',
    group: 'groups',
    step: 1,
    name: words.readers.chart,
    label: words.readers.chart,
    unit: words.readers.perWeek,
    height: 280,
    axis: { to: places, ticks, label: (x) => labelled(Math.round(x)), marks: [], hidden: false },
    value: numbers.count,
    describe: (x) => labelled(Math.floor(x)),
    points: over((day) => sumOfGroups(sizesOf(day, standing))),
    layers: GROUPS.map((group) => ({
      name: words.readers.names[group],
      tone: GROUP_TONES[group],
      points: over((day) => sizesOf(day, standing)[group]),
    })),
  };
}

const COLUMNS = [...GROUPS.map((group) => words.readers.names[group]), words.readers.sum, words.readers.issues];

function countsOf(day: GroupDay, standing: Standing | null): number[] {
  const sizes = sizesOf(day, standing);
  return [...GROUPS.map((group) => sizes[group]), sumOfGroups(sizes), day.issues];
}

function tableOf(days: readonly GroupDay[], standing: Standing | null, dates: DateFormats): ChartTable {
  return {
    columns: [words.readers.day, ...COLUMNS],
    rows: days.map((day) => [dates.day(day.day), ...countsOf(day, standing).map(numbers.count)]).toReversed(),
  };
}

function csvOf(days: readonly GroupDay[], standing: Standing | null, dates: DateFormats): CsvTable {
  return {
    columns: [words.readers.day, ...COLUMNS],
    rows: days.map((day) => [dates.dayKey(day.day), ...countsOf(day, standing)]),
  };
}
