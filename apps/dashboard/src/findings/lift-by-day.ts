import type { ExperimentResults } from '@readout/api-contract';
import type { BandPoint } from './survival.ts';

/** Beyond this a range says nothing, and would leave no room for those that do: twice the control itself. */
const WIDEST = 2;

export interface LiftByDay {
  /** The day at 0. */
  readonly days: readonly string[];
  /** `at` counts days from the first. */
  readonly curve: readonly BandPoint[];
  /** Earlier days had too wide a range to be drawn. */
  readonly isCut: boolean;
}

/** How one offer stood to the control, day by day, from the first day on which that can be drawn. */
export function liftByDay(history: ExperimentResults['history'], offer: string): LiftByDay {
  const own = history.filter((one) => one.offer === offer);
  const told = own.flatMap(({ day, lift, low, high }) =>
    lift === null || low === null || high === null ? [] : [{ day, lift, low, high }],
  );
  // A day in the middle that cannot be drawn would leave a gap: drawing begins behind the last of them.
  const first = told.findLastIndex(({ low, high }) => high - low > 2 * WIDEST) + 1;
  const shown = told.slice(first);
  return {
    days: shown.map(({ day }) => day),
    curve: shown.map(({ lift, low, high }, at) => ({ at, rate: lift, low, high })),
    isCut: first > 0,
  };
}
