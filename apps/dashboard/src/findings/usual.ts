import type { IssueUsual, UsualRange } from '@readout/api-contract';

/** From fewer issues than this nothing is said to be usual, as the API has it. */
const FEWEST = 5;

/** Where a figure stands to what is usual. */
export type Standing = 'above' | 'within' | 'below';

/**
 * @param unit what the figures are written in: 1 for people, 0.001 for rates with one decimal. A figure that is written
 *   like an end of the range is within it.
 */
export function standingOf(value: number, { low, high }: Pick<UsualRange, 'low' | 'high'>, unit: number): Standing {
  const written = (one: number) => Math.round(one / unit);
  if (written(value) > written(high)) return 'above';
  return written(value) < written(low) ? 'below' : 'within';
}

/** What the readers of an issue show beside the usual, strongest statement first. */
export type Course =
  /** Too little is known to compare. */
  | { readonly state: 'unknown' }
  /** It is still growing; `forecast` is null where too few earlier issues are done. */
  | { readonly state: 'growing'; readonly standing: Standing; readonly forecast: IssueUsual['forecast'] }
  | { readonly state: 'done'; readonly standing: Standing; readonly range: UsualRange };

export function courseOf(usual: IssueUsual | undefined, readers: number): Course {
  const range = usual?.figures.readers ?? null;
  if (usual === undefined || range === null) return { state: 'unknown' };
  const standing = standingOf(readers, range, 1);
  return usual.age === null
    ? { state: 'done', standing, range }
    : { state: 'growing', standing, forecast: usual.forecast };
}

/**
 * What is usual at the end of a stretch of hours since sending; null where nothing is said. Of the stretch that goes on the
 * issue has only a part: there it is what is usual at its age.
 */
export function usualAtEnd(
  usual: IssueUsual | undefined,
  { from, to }: { readonly from: number; readonly to: number },
): UsualRange | null {
  if (usual === undefined) return null;
  if (usual.age !== null && from <= usual.age && usual.age < to) return usual.figures.readers;
  return usual.curve.find(({ hour }) => hour === to - 1) ?? null;
}

/** Eight of ten values: 10th and 90th percentile by linear interpolation, as packages/statistics has it. */
export function usualRange(values: readonly number[]): Pick<UsualRange, 'low' | 'high'> | null {
  if (values.length < FEWEST) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? below;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { low: at(0.1), high: at(0.9) };
}
