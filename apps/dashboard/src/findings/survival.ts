/** A share at a moment (a day, a month), with its band. */
export interface BandPoint {
  readonly at: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Longer curves than this are not drawn out point by point. */
const MOST_POINTS = 800;

/**
 * A step curve told at its steps, told at every moment: between two steps it stays as it was. What lies before the first
 * one is unknown and left out.
 */
export function everyMoment(steps: readonly BandPoint[]): BandPoint[] {
  const sorted = steps.toSorted((one, other) => one.at - other.at);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = Math.floor(first.at);
  const count = Math.min(MOST_POINTS, Math.floor(last.at) - from + 1);
  let current = first;
  let next = 1;
  return Array.from({ length: count }, (_, place) => {
    const at = from + place;
    for (let step = sorted[next]; step !== undefined && step.at <= at + 0.5; step = sorted[++next]) current = step;
    return { at, rate: current.rate, low: current.low, high: current.high };
  });
}

/** Where the curve rises most from one moment to the next; null: nowhere. */
export function steepest(curve: readonly BandPoint[]): number | null {
  let best: { at: number; rise: number } | null = null;
  for (const [place, { at, rate }] of curve.entries()) {
    const rise = rate - (curve[place - 1]?.rate ?? 0);
    if (rise > (best?.rise ?? 0)) best = { at, rise };
  }
  return best?.at ?? null;
}
