import type { ShareOfPeople } from '@readout/api-contract';

/** Fewer hits than this are no basis for a rate of trials. */
const FEW_HITS = 20;

/** What came of the paywall in one place. */
export interface Standing {
  readonly viewers: number;
  readonly hits: number;
  readonly trials: number;
  readonly converted: number;
  readonly hitRate: ShareOfPeople | null;
  readonly trialRate: ShareOfPeople | null;
}

/** The rate of trials where enough have hit the paywall to speak of one. */
export function spokenRate({ hits, trialRate }: Pick<Standing, 'hits' | 'trialRate'>): ShareOfPeople | null {
  return hits < FEW_HITS ? null : trialRate;
}

/** The end of a scale from zero on which all ranges of a table have room. */
export function scaleOf(rows: readonly Pick<Standing, 'hits' | 'trialRate'>[]): number {
  return Math.max(0.01, ...rows.map((row) => spokenRate(row)?.high ?? 0));
}

/**
 * The places with the highest and the lowest rate, where even the ends of their ranges do not meet. `few`: fewer than two
 * places can be spoken of; `none`: none can be told from another.
 */
export function farthestApart<Row extends Pick<Standing, 'hits' | 'trialRate'>>(
  rows: readonly Row[],
): 'few' | 'none' | { readonly best: Row; readonly worst: Row } {
  const spoken = rows
    .flatMap((row) => {
      const rate = spokenRate(row);
      return rate === null ? [] : [{ row, rate }];
    })
    .toSorted((one, other) => other.rate.rate - one.rate.rate);
  const [best, worst] = [spoken[0], spoken.at(-1)];
  if (best === undefined || worst === undefined || spoken.length < 2) return 'few';
  return best.rate.low > worst.rate.high ? { best: best.row, worst: worst.row } : 'none';
}
