import type { NoteView } from '@readout/api-contract';
import { useMemo, useState } from 'react';
import { Chart, type ChartTable, type Panel } from '../../charts/chart.tsx';
import type { CsvTable } from '../../csv/csv-table.ts';
import { VerdictLegend } from '../../figures/verdict-name.tsx';
import { FEW_ISSUES, type HistoryIssue, issueAxis, machineShare, perThousand } from '../../findings/machine-history.ts';
import { jumpOf, sumOf, VERDICTS } from '../../findings/verdicts.ts';
import type { DateFormats } from '../../format/dates.ts';
import { shortened, shownTitle } from '../../format/titles.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { useNarrow } from '../../frame/use-narrow.ts';
import { noteMarks } from '../../notes/note-marks.ts';
import { useNotes } from '../../notes/use-notes.ts';
import { words } from '../../words/words.ts';

const DAY_MS = 86_400_000;
/** Letters that fit along the chart. */
const LETTERS = 140;
const LETTERS_NARROW = 42;

/** Opens by class and clicks by machines, a column an issue. */
export function MachineChart({ items }: { items: readonly HistoryIssue[] }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const [until] = useState(() => new Date(Date.now() + DAY_MS).toISOString());
  const narrow = useNarrow();
  const { notes } = useNotes(publication.id, { from: items[0]?.sentAt ?? until, to: until });
  const drawn = useMemo(
    () => ({ panels: panelsOf(items, notes, dates, narrow), table: tableOf(items, dates) }),
    [items, notes, dates, narrow],
  );
  return (
    <Chart
      id="machines"
      finding={findingOf(machineShare(items))}
      tooSmall={items.length < FEW_ISSUES ? words.machines.few : undefined}
      legend={<VerdictLegend />}
      panels={drawn.panels}
      table={drawn.table}
      csv={() => csvOf(items)}
    />
  );
}

function findingOf(share: number | null): string {
  if (share === null) return words.machines.opensNone;
  return share === 0 ? words.machines.opensByNone : words.machines.opensFinding(numbers.rate(share));
}

/** A note stands at its issue, or between the issues that went out before and after. */
function placeOf(items: readonly HistoryIssue[], { issue, at }: NoteView): number | null {
  const its = items.findIndex(({ id }) => id === issue);
  if (its >= 0) return its + 0.5;
  if (issue !== null) return null;
  const before = items.filter(({ sentAt }) => sentAt <= at).length;
  return before === 0 ? null : before;
}

function panelsOf(
  items: readonly HistoryIssue[],
  notes: readonly NoteView[],
  dates: DateFormats,
  narrow: boolean,
): Panel[] {
  const { places, ticks } = issueAxis(items.length, narrow ? 4 : 8);
  const axis = {
    to: places,
    ticks,
    label: (x: number) => {
      const issue = items[Math.round(x)];
      return issue === undefined ? '' : dates.day(issue.sentAt);
    },
    marks: [],
    hidden: true,
  };
  const written = noteMarks(notes, {
    placeOf: (note) => placeOf(items, note),
    to: places,
    letters: narrow ? LETTERS_NARROW : LETTERS,
  });
  const over = (pick: (issue: HistoryIssue) => number | null) =>
    Array.from({ length: places }, (_, at) => {
      const issue = items[at];
      return { x: at + 0.5, y: issue === undefined ? null : pick(issue) };
    });
  const describe = (x: number) => {
    const issue = items[Math.floor(x)];
    return issue === undefined ? '' : `${dates.day(issue.sentAt)} · ${shortened(shownTitle(issue.title), 40)}`;
  };
  const shared = { step: 1, group: 'machines', describe } as const;
  return [
    {
      ...shared,
      kind: 'bars',
      tone: 'human',
      name: words.machines.opensByClass,
      label: words.machines.opensByClass,
      unit: words.machines.perIssue,
      height: 240,
      axis: { ...axis, marks: written },
      value: (value) => numbers.count(value),
      points: over((one) => sumOf(one.opensByVerdict)),
      layers: VERDICTS.map((verdict) => ({
        name: words.verdicts.names[verdict],
        tone: verdict,
        points: over((one) => one.opensByVerdict[verdict]),
      })),
    },
    {
      ...shared,
      kind: 'bars',
      tone: 'scanner',
      name: words.machines.machineClicks,
      label: words.machines.machineClicks,
      unit: words.machines.perThousand,
      height: 150,
      axis: {
        ...axis,
        hidden: false,
        marks: items.flatMap(({ jump }, at) =>
          jump === null ? [] : [{ x: at + 0.5, text: factor(jump), before: at > places * 0.85 }],
        ),
      },
      value: (value) => numbers.times(value),
      points: over((one) => perThousand(one.machineClicks, one.delivered)),
    },
  ];
}

function factor(jump: NonNullable<HistoryIssue['jump']>): string {
  const { times } = jumpOf(jump);
  return times === 'new' ? words.machines.newHere : words.machines.times(numbers.times(times));
}

const COUNTED = [
  words.machines.delivered,
  ...VERDICTS.map((verdict) => words.verdicts.names[verdict]),
  words.machines.machineClicks,
];

function countsOf(one: HistoryIssue): number[] {
  return [one.delivered, ...VERDICTS.map((verdict) => one.opensByVerdict[verdict]), one.machineClicks];
}

function csvOf(items: readonly HistoryIssue[]): CsvTable {
  return {
    columns: [words.csv.sent, words.machines.issue, ...COUNTED],
    rows: items.map((one) => [one.sentAt, one.title, ...countsOf(one)]),
  };
}

function tableOf(items: readonly HistoryIssue[], dates: DateFormats): ChartTable {
  return {
    columns: [words.machines.issue, ...COUNTED, words.machines.jumps],
    rows: items
      .map((one) => [
        `${dates.day(one.sentAt)} · ${shownTitle(one.title)}`,
        ...countsOf(one).map(numbers.count),
        one.jump === null ? '–' : factor(one.jump),
      ])
      .toReversed(),
  };
}
