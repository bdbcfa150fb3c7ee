import type { IssueUsual, NoteView } from '@readout/api-contract';
import type { Panel } from '../../charts/chart.tsx';
import type { Activity } from '../../findings/pace.ts';
import { dayStarts, type TimeBar, type TimeSpan } from '../../findings/time-bars.ts';
import { usualAtEnd } from '../../findings/usual.ts';
import type { DateFormats } from '../../format/dates.ts';
import { spanOf } from '../../format/spans.ts';
import { numbers } from '../../format/viewer.ts';
import { noteMarks } from '../../notes/note-marks.ts';
import { words } from '../../words/words.ts';

const HOUR_MS = 3_600_000;
/** Letters that fit along a chart. */
const LETTERS = 140;
const LETTERS_NARROW = 42;

interface Drawn {
  readonly activity: Activity;
  readonly bars: readonly TimeBar[];
  readonly span: TimeSpan;
  readonly usual: IssueUsual | undefined;
  readonly notes: readonly NoteView[];
  readonly dates: DateFormats;
  readonly narrow: boolean;
}

/** Readers so far with the band of the usual behind them, opens by people, opens by machines. */
export function panelsOf({ activity, bars, span, usual, notes, dates, narrow }: Drawn): Panel[] {
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
    if (bar !== undefined) return `${words.pace.hourOf(bar.from, bar.to)} · ${dates.sent(bar.start)}`;
    const from = Math.floor(x / span.step) * span.step;
    return words.pace.hourOf(from, from + span.step);
  };
  const each = span.step === 1 ? words.pace.perHour : words.pace.perHours(span.step);
  const unmarked = { ...axis, marks: axis.marks.map((mark) => ({ ...mark, text: '' })) };
  const zero = Date.parse(activity[0]?.start ?? '');
  const written = noteMarks(notes, {
    placeOf: ({ at }) => (Date.parse(at) - zero) / HOUR_MS,
    to: span.hours,
    letters: narrow ? LETTERS_NARROW : LETTERS,
  });
  const over = (pick: (bar: TimeBar) => number) => pointsOver(bars, span, pick);
  return [
    {
      ...shown,
      kind: 'line',
      tone: 'accent',
      name: words.pace.readersSoFar,
      label: words.pace.readersSoFar,
      unit: usual === undefined || usual.curve.length === 0 ? '' : words.usual.bandOf(numbers.count(usual.issues)),
      height: 220,
      axis: { ...axis, marks: [...axis.marks, ...written] },
      describe,
      points: over((bar) => bar.readersSoFar),
      ...bandOf(usual, span),
      ...aheadOf(usual, narrow),
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

/** Drawn ahead of the issue as well: there it will be compared with this. */
function bandOf(usual: IssueUsual | undefined, span: TimeSpan): Pick<Panel, 'band'> {
  if (usual === undefined || usual.curve.length === 0) return {};
  const points = placesOf(span).map(({ x, ...place }) => {
    const range = usualAtEnd(usual, place);
    return { x, y: range === null ? null : ([Math.round(range.low), Math.round(range.high)] as const) };
  });
  return { band: { name: words.usual.band, points } };
}

/** On a telephone the title alone says it: there is no room beside the curve. */
function aheadOf(usual: IssueUsual | undefined, narrow: boolean): Pick<Panel, 'ahead'> {
  const forecast = usual?.forecast ?? null;
  if (forecast === null) return {};
  const { low, high } = forecast;
  return { ahead: { low, high, text: narrow ? '' : words.usual.expected(spanOf(forecast, numbers.count)) } };
}

/** The place of every bar, also where none is yet: places keep their width from the start. */
function placesOf(span: TimeSpan): { readonly from: number; readonly to: number; readonly x: number }[] {
  return Array.from({ length: Math.ceil(span.hours / span.step) }, (_, at) => ({
    from: at * span.step,
    to: (at + 1) * span.step,
    x: (at + 0.5) * span.step,
  }));
}

function pointsOver(bars: readonly TimeBar[], span: TimeSpan, pick: (bar: TimeBar) => number): Panel['points'] {
  const byStart = new Map(bars.map((bar) => [bar.from, bar]));
  return placesOf(span).map(({ from, x }) => {
    const bar = byStart.get(from);
    return { x, y: bar === undefined ? null : pick(bar) };
  });
}

/** How many stretches the axis is cut into: whole hours or whole days each. */
function ticksOf(span: TimeSpan, narrow: boolean): number {
  if (span.hours === 48) return narrow ? 4 : 8;
  if (span.hours === 168) return 7;
  const days = span.hours / 24;
  return days <= 14 ? days : Math.max(1, Math.round(days / Math.ceil(days / (narrow ? 5 : 10))));
}
