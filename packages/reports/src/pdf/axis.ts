/** An axis from 0, or from below it where figures are: evenly spaced ticks, the largest value at or below its end. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** @param about how many stretches would be good. @param isWhole whether ticks are whole numbers */
export function axisOf(values: readonly number[], about: number, isWhole: boolean): Axis {
  const [least, largest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = largest - least;
  const step = niceStep(span === 0 ? (isWhole ? 1 : 0.1) : span / about, isWhole);
  const [below, above] = [Math.ceil(-least / step - 1e-9), Math.max(1, Math.ceil(largest / step - 1e-9))];
  const ticks = Array.from({ length: below + above + 1 }, (_, at) => Number(((at - below) * step).toPrecision(12)));
  return { min: -below * step, max: above * step, ticks };
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below `least`. */
function niceStep(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(isWhole ? Math.max(1, least) : least));
  const step = [1, 2, 2.5, 5, 10]
    .map((factor) => factor * power)
    .find((one) => one >= least * (1 - 1e-9) && (!isWhole || Number.isInteger(one)));
  return step ?? 10 * power;
}
