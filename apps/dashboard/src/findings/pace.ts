import type { IssueReport } from '@readout/api-contract';

export type Activity = IssueReport['activity'];

/** Below this many readers a pattern over time says more about chance than about the issue. */
const FEW_READERS = 30;

/** What the opens of an issue show over time, strongest statement first. */
export type Pace =
  | { readonly state: 'none' }
  | { readonly state: 'few'; readonly readers: number }
  /** Half of the readers so far had come by the end of hour `hours` (1 is the first hour after sending). */
  | { readonly state: 'half'; readonly readers: number; readonly hours: number; readonly settled: boolean };

/** An issue counts as settled when this many hours have passed: later readers hardly move its figures. */
const SETTLED_HOURS = 48;

export function paceOf(activity: Activity): Pace {
  const readers = activity.at(-1)?.readersSoFar ?? 0;
  if (readers === 0) return { state: 'none' };
  if (readers < FEW_READERS) return { state: 'few', readers };
  const half = activity.find((one) => one.readersSoFar * 2 >= readers);
  const hours = (half?.hour ?? 0) + 1;
  return { state: 'half', readers, hours, settled: (activity.at(-1)?.hour ?? 0) >= SETTLED_HOURS };
}
