import { mean } from './mean.ts';
import { studentQuantile } from './student-t.ts';

/** The mean of some values, with its interval. */
export interface MeanRange {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Student's interval of a mean. Null with fewer than two values, which say nothing of how they vary. @param level from 0 to 1 */
export function meanRange(values: readonly number[], level: number): MeanRange | null {
  if (values.length < 2) return null;
  const middle = mean(values);
  const variance = values.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (values.length - 1);
  const half = studentQuantile((1 + level) / 2, values.length - 1) * Math.sqrt(variance / values.length);
  return { mean: middle, low: middle - half, high: middle + half };
}
