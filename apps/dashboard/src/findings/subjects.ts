import type { OpenRateContrast, SubjectsView } from '@readout/api-contract';

/** Something that issues have in common, with what it is called. */
export interface NamedContrast extends OpenRateContrast {
  readonly name: string;
}

/** What is told as a difference, the largest first. */
export function toldApart(contrasts: readonly NamedContrast[]): readonly NamedContrast[] {
  const size = ({ difference }: NamedContrast) => Math.abs(difference?.estimate ?? 0);
  return contrasts.filter(({ says }) => says === 'more' || says === 'less').toSorted((a, b) => size(b) - size(a));
}

/** Steps that the ends of the line may stand for, in shares. */
const ENDS = [0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** What either end of a line stands for on which all ranges have their place. */
export function endOfScale(contrasts: readonly OpenRateContrast[]): number {
  const most = Math.max(
    0,
    ...contrasts.flatMap(({ difference }) =>
      difference === null ? [] : [Math.abs(difference.low), Math.abs(difference.high)],
    ),
  );
  return ENDS.find((end) => end >= most) ?? 1;
}

type Cell = SubjectsView['cells'][number];

/** A table of weekdays by hours, of those hours at which anything was sent. */
export function heatmap(cells: readonly Cell[]): {
  readonly hours: readonly number[];
  readonly at: (weekday: number, hour: number) => Cell | null;
  /** How strong the colour of a rate is, from 0 to 1: from the lowest of all to the highest. */
  readonly shade: (rate: number) => number;
} {
  const hours = [...new Set(cells.map(({ hour }) => hour))].sort((a, b) => a - b);
  const found = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  const rates = cells.map(({ openRate }) => openRate);
  const [lowest, highest] = [Math.min(...rates), Math.max(...rates)];
  return {
    hours,
    at: (weekday, hour) => found.get(`${weekday} ${hour}`) ?? null,
    shade: (rate) => (highest > lowest ? (rate - lowest) / (highest - lowest) : 0.5),
  };
}
