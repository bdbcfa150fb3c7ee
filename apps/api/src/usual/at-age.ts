import { GROWTH_STEP_MS, GROWTH_STEPS, type IssueGrowth } from '@readout/warehouse';

export type Grown = Exclude<keyof IssueGrowth, 'issue'>;

/**
 * How many an issue had at an age, in proportion within a quarter of an hour.
 * @param sentAt UTC, milliseconds. @param age Milliseconds; beyond the week that is known: what it had then.
 */
export function atAge(growth: IssueGrowth, what: Grown, sentAt: number, age: number): number {
  const sums = growth[what];
  // Quarters are the clock's: the first has only begun to count when the issue went out.
  const sentIn = (sentAt % GROWTH_STEP_MS) / GROWTH_STEP_MS;
  const place = Math.min(GROWTH_STEPS, sentIn + Math.max(0, age) / GROWTH_STEP_MS);
  const step = Math.floor(place);
  const before = sums[step - 1] ?? 0;
  const after = sums[step] ?? before;
  const within = step === 0 ? (place - sentIn) / (1 - sentIn) : place - step;
  return before + (after - before) * within;
}
