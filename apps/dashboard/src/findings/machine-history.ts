import type { MachineHistory } from '@readout/api-contract';
import { byMachines, sumOf } from './verdicts.ts';

export type HistoryIssue = MachineHistory['items'][number];

/** Places for issues along an axis, of the same width however few issues there are. */
export interface IssueAxis {
  readonly places: number;
  /** Stretches between places that carry a label; each is a whole number of places. */
  readonly ticks: number;
}

const FEWEST_PLACES = 8;

/** From fewer issues than these nothing is concluded: a jump shows beside five issues before it. */
export const FEW_ISSUES = 6;

/** @param most labels that there is room for, at least 2 */
export function issueAxis(issues: number, most: number): IssueAxis {
  const needed = Math.max(FEWEST_PLACES, issues);
  const widest = Math.ceil((2 * needed) / most);
  let best = { places: Number.POSITIVE_INFINITY, ticks: 1 };
  for (let stride = Math.ceil(needed / most); stride <= widest; stride++) {
    const ticks = Math.ceil(needed / stride);
    if (ticks * stride < best.places) best = { places: ticks * stride, ticks };
  }
  return best;
}

/** Share of all opens that machines caused, from 0 to 1; null where there were no opens. */
export function machineShare(items: readonly HistoryIssue[]): number | null {
  const opens = items.reduce((sum, one) => sum + sumOf(one.opensByVerdict), 0);
  return opens === 0 ? null : items.reduce((sum, one) => sum + byMachines(one.opensByVerdict), 0) / opens;
}

/** For every 1,000 delivered; null where nothing was. */
export function perThousand(count: number, delivered: number): number | null {
  return delivered > 0 ? (count / delivered) * 1000 : null;
}
