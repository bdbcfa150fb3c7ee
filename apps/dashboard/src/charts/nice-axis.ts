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

/** The same for what goes below 0 as well: 0 is at a tick. @param values what is reached above, and below as negatives */
export function signedAxis(
  values: readonly number[],
  about: number,
): { readonly min: number; readonly max: number; readonly tickAmount: number } {
  const [least, largest] = [Math.min(0, ...values), Math.max(0, ...values)];
  // Each side is filled up to a tick, which takes one stretch more.
  const step = niceStep((largest - least) / Math.max(1, about - 1));
  const [below, above] = [Math.ceil(-least / step), Math.max(least < 0 ? 0 : 1, Math.ceil(largest / step))];
  return { min: below === 0 ? 0 : -below * step, max: above * step, tickAmount: below + above };
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is whole and not below `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * power);
  return steps.find((step) => step >= least && Number.isInteger(step)) ?? 10 * power;
}
