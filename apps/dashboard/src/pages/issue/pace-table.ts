import type { IssueUsual } from '@readout/api-contract';
import type { ChartTable } from '../../charts/chart.tsx';
import type { CsvTable } from '../../csv/csv-table.ts';
import type { TimeBar } from '../../findings/time-bars.ts';
import { usualAtEnd } from '../../findings/usual.ts';
import type { DateFormats } from '../../format/dates.ts';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';

const COUNTED = [words.pace.readersSoFar, words.pace.opensByPeople, words.pace.opensByMachines, words.pace.clicks];
const BAND = [words.usual.low, words.usual.median, words.usual.high];

const countsOf = (bar: TimeBar) => [bar.readersSoFar, bar.opens, bar.machineOpens, bar.clicks];

/** Empty where nothing is said to be usual at all: then there are no columns either. */
function bandOf(bar: TimeBar, usual: IssueUsual | undefined): (number | null)[] {
  if (!isKnown(usual)) return [];
  const range = usualAtEnd(usual, bar);
  return [range?.low ?? null, range?.median ?? null, range?.high ?? null];
}

const isKnown = (usual: IssueUsual | undefined) => usual !== undefined && usual.curve.length > 0;

export function paceCsv(bars: readonly TimeBar[], usual: IssueUsual | undefined): CsvTable {
  return {
    columns: [words.pace.hour, words.pace.begins, ...COUNTED, ...(isKnown(usual) ? BAND : [])],
    rows: bars.map((bar) => [bar.from, bar.start, ...countsOf(bar), ...bandOf(bar, usual)]),
  };
}

export function paceTable(bars: readonly TimeBar[], usual: IssueUsual | undefined, dates: DateFormats): ChartTable {
  return {
    columns: [words.pace.hour, words.pace.begins, ...COUNTED, ...(isKnown(usual) ? BAND : [])],
    rows: bars.map((bar) => [
      words.pace.hourOf(bar.from, bar.to),
      dates.sent(bar.start),
      ...countsOf(bar).map(numbers.count),
      ...bandOf(bar, usual).map((one) => (one === null ? '–' : numbers.count(one))),
    ]),
  };
}
