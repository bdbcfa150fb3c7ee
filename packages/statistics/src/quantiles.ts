/**
 * The values below which these shares of all values lie, by linear interpolation between neighbours: type 7 of R. J.
 * Hyndman & Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50(4), 1996, which R, NumPy and
 * spreadsheets take where nothing else is said. In the values' unit, whatever their order.
 *
 * @param shares from 0 (the lowest) to 1 (the highest); the answer is in their order
 * @throws RangeError where there are no values, or a share is none
 */
export function quantiles(values: readonly number[], shares: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('There are no quantiles of nothing.');
  const sorted = values.toSorted((a, b) => a - b);
  return shares.map((share) => {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`A share is from 0 to 1, not ${share}.`);
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] ?? Number.NaN;
    const above = sorted[Math.ceil(place)] ?? Number.NaN;
    return below + (above - below) * (place - Math.floor(place));
  });
}

/** Eight of ten values lie between `low` and `high`. */
export interface UsualRange {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** From fewer values nobody can say what is usual. */
export const FEWEST_USUAL = 5;

/** The 10th, 50th and 90th percentile; null where there are too few values to say what is usual. */
export function usualRange(values: readonly number[]): UsualRange | null {
  if (values.length < FEWEST_USUAL) return null;
  const [low = Number.NaN, median = Number.NaN, high = Number.NaN] = quantiles(values, [0.1, 0.5, 0.9]);
  return { low, median, high };
}
