/** An axis of counts from 0: whole numbers at its ticks, evenly spaced, the largest value below its end. */
export interface CountAxis {
  readonly min: 0;
  readonly max: number;
  /** Stretches between ticks. */
  readonly tickAmount: number;
}

/** @param about How many stretches would be good; the axis has so many or fewer. */
export function niceAxis(values: readonly number[], about: number): CountAxis {
  const largest = Math.max(1, ...values);
  const step = niceStep(largest / about);
  const tickAmount = Math.ceil(largest / step);
  return { min: 0, max: tickAmount * step, tickAmount };
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is whole and not below `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * power);
  return steps.find((step) => step >= least && Number.isInteger(step)) ?? 10 * power;
}
