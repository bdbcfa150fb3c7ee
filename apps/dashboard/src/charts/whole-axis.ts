/** Stretches that people count moments in: days by weeks, months by quarters and years, else by round numbers. */
const STEPS = [1, 2, 3, 4, 5, 6, 7, 10, 12, 14, 20, 24, 30, 50] as const;

/** An axis of whole numbers from 0 that holds `last`, in at most so many stretches of the same whole length. */
export function wholeAxis(last: number, most: number): { readonly to: number; readonly ticks: number } {
  const end = Math.max(1, Math.ceil(last));
  const step = STEPS.find((one) => end / one <= most) ?? Math.ceil(end / most / 50) * 50;
  const ticks = Math.ceil(end / step);
  return { to: ticks * step, ticks };
}
