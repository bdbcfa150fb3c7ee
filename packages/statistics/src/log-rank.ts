import { chiSquareShareAbove } from './chi-square.ts';
import { type Observation, shortestFirst } from './observation.ts';

export interface LogRank {
  readonly chiSquare: number;
  /** Groups less one. */
  readonly degreesOfFreedom: number;
  /** How often chance alone makes curves differ as much, from 0 to 1. */
  readonly pValue: number;
}

/**
 * Whether it happens alike over time in several groups: the log-rank test of N. Mantel (Cancer Chemotherapy Reports 50,
 * 1966) and R. & J. Peto (Journal of the Royal Statistical Society A 135, 1972), every time weighing the same. For each
 * time of an event: what was seen in a group less its share of the events by those at risk, with the variance of drawing
 * from an urn (hypergeometric). It finds differences in one direction; curves that cross may go unnoticed.
 * @returns null where fewer than two groups were still followed when it happened first
 * @throws RangeError where a time is negative or no number
 */
export function logRank(groups: readonly (readonly Observation[])[]): LogRank | null {
  // Objects made by spreading are sorted several times more slowly.
  const everybody = shortestFirst(
    groups.flatMap((group, of) => group.map(({ time, happened }) => ({ time, happened, of }))),
  );
  // Who was followed for a shorter time was at risk of no event.
  const first = everybody.find(({ happened }) => happened)?.time ?? Number.POSITIVE_INFINITY;
  const all = everybody.filter(({ time }) => time >= first);
  const compared = [...new Set(all.map(({ of }) => of))];
  const degreesOfFreedom = compared.length - 1;
  if (degreesOfFreedom < 1) return null;
  const atRisk = compared.map((group) => all.filter(({ of }) => of === group).length);
  const excess: number[] = Array(degreesOfFreedom).fill(0);
  const variance = excess.map((): number[] => Array(degreesOfFreedom).fill(0));
  for (let from = 0; from < all.length; ) {
    const time = all[from]?.time;
    const people = all.length - from;
    const events = compared.map(() => 0);
    const leaving = compared.map(() => 0);
    for (let one = all[from]; one?.time === time && one !== undefined; one = all[++from]) {
      const group = compared.indexOf(one.of);
      add(leaving, group, 1);
      if (one.happened) add(events, group, 1);
    }
    const happened = events.reduce((total, one) => total + one, 0);
    // Of the last person it is certain whose event it is.
    const spread = people > 1 ? (happened * (people - happened)) / (people - 1) : 0;
    for (const [row, covariances] of happened > 0 ? variance.entries() : []) {
      const share = (atRisk[row] ?? 0) / people;
      add(excess, row, (events[row] ?? 0) - happened * share);
      for (const column of covariances.keys()) {
        add(covariances, column, spread * share * ((row === column ? 1 : 0) - (atRisk[column] ?? 0) / people));
      }
    }
    for (const [group, count] of leaving.entries()) add(atRisk, group, -count);
  }
  const chiSquare = squaredDistance(excess, variance);
  if (chiSquare === null) return null;
  return { chiSquare, degreesOfFreedom, pValue: chiSquareShareAbove(chiSquare, degreesOfFreedom) };
}

/** zᵀ V⁻¹ z by elimination, V being symmetric; null where V has no inverse: no event could have been somebody else's. */
function squaredDistance(z: readonly number[], variance: readonly (readonly number[])[]): number | null {
  const rest = [...z];
  const rows = variance.map((row) => [...row]);
  let total = 0;
  for (const [at, row] of rows.entries()) {
    const pivot = row[at] ?? 0;
    if (!(pivot > 0)) return null;
    total += (rest[at] ?? 0) ** 2 / pivot;
    for (const [lower, below] of rows.entries()) {
      if (lower <= at) continue;
      const factor = (below[at] ?? 0) / pivot;
      add(rest, lower, -factor * (rest[at] ?? 0));
      for (const [column, value] of row.entries()) add(below, column, -factor * value);
    }
  }
  return total;
}

function add(to: number[], at: number, value: number): void {
  to[at] = (to[at] ?? 0) + value;
}
