import { studentQuantile, studentShareBelow } from './student-t.ts';

/** A difference of means with its interval. */
export interface Difference {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** How often chance alone makes the means differ as much, from 0 to 1. */
  readonly pValue: number;
}

/** Values to a stretch of the course over time: about so many issues, neighbours on both sides, tell what was usual then. */
const STRETCH = 8;
/** A trait of which so little is left beside time comes and goes with it: nothing can be told apart. */
const LEAST_LEFT = 0.5;

/**
 * How much higher values with a trait are than those of about the same time without it.
 *
 * The values stand in their order in time. Their course, growing, shrinking or ageing, is a broken line with a knot every
 * eight values; trait and course are fitted together by least squares, so that a trait that became frequent while
 * everything fell is not blamed for it. Both are first freed of the course (R. Frisch & F. Waugh, Econometrica 1, 1933),
 * and Student's interval is exact where what is left varies normally and alike.
 * @param has Whether the value at that place has the trait. @param level of the interval, from 0 to 1
 * @returns null where too few values are there, none of them vary, or the trait comes and goes with time
 */
export function differenceBesideTime(
  values: readonly number[],
  has: readonly boolean[],
  level: number,
): Difference | null {
  const course = new BrokenLine(values.length);
  const df = values.length - course.knots - 1;
  if (df < 1) return null;
  const left = course.without(values);
  const trait = course.without(has.map((one) => (one ? 1 : 0)));
  const weight = dot(trait, trait);
  if (weight < LEAST_LEFT) return null;
  const estimate = dot(trait, left) / weight;
  const rest = left.reduce((sum, value, at) => sum + (value - estimate * (trait[at] ?? 0)) ** 2, 0);
  const deviation = Math.sqrt(rest / df / weight);
  // Rounding leaves a little of what does not vary.
  if (!(rest > Number.EPSILON * dot(values, values))) return null;
  const half = studentQuantile((1 + level) / 2, df) * deviation;
  return {
    estimate,
    low: estimate - half,
    high: estimate + half,
    pValue: Math.min(1, 2 * studentShareBelow(-Math.abs(estimate / deviation), df)),
  };
}

/**
 * Broken lines over so many places, as sums of hats: each is 1 at its knot and 0 at all others. A hat overlaps its two
 * neighbours only, so that fitting solves equations with three unknowns a row.
 */
class BrokenLine {
  readonly knots: number;
  readonly #places: number;

  constructor(places: number) {
    this.#places = places;
    this.knots = 1 + Math.max(1, Math.round((places - 1) / STRETCH));
  }

  /** What of the values no broken line explains, by least squares. */
  without(values: readonly number[]): number[] {
    const diagonal: number[] = Array(this.knots).fill(0);
    const beside: number[] = Array(this.knots).fill(0);
    const sums: number[] = Array(this.knots).fill(0);
    const add = (to: number[], knot: number, value: number) => {
      to[knot] = (to[knot] ?? 0) + value;
    };
    for (const [at, value] of values.entries()) {
      const { knot, left, right } = this.#hats(at);
      add(diagonal, knot, left * left);
      add(diagonal, knot + 1, right * right);
      add(beside, knot, left * right);
      add(sums, knot, left * value);
      add(sums, knot + 1, right * value);
    }
    const heights = solved(diagonal, beside, sums);
    return values.map((value, at) => {
      const { knot, left, right } = this.#hats(at);
      return value - left * (heights[knot] ?? 0) - right * (heights[knot + 1] ?? 0);
    });
  }

  /** The two hats over a place, and how high they are there. */
  #hats(at: number): { readonly knot: number; readonly left: number; readonly right: number } {
    const along = this.#places < 2 ? 0 : (at * (this.knots - 1)) / (this.#places - 1);
    const knot = Math.min(this.knots - 2, Math.floor(along));
    return { knot, left: 1 - (along - knot), right: along - knot };
  }
}

/** Of a symmetric system with three unknowns a row, by elimination (L. Thomas, 1949); `beside` stands right of the diagonal. */
function solved(diagonal: readonly number[], beside: readonly number[], sums: readonly number[]): number[] {
  const pivots = [...diagonal];
  const right = [...sums];
  for (let row = 1; row < pivots.length; row++) {
    const factor = (beside[row - 1] ?? 0) / (pivots[row - 1] ?? 1);
    pivots[row] = (pivots[row] ?? 0) - factor * (beside[row - 1] ?? 0);
    right[row] = (right[row] ?? 0) - factor * (right[row - 1] ?? 0);
  }
  const found: number[] = Array(pivots.length).fill(0);
  for (let row = pivots.length - 1; row >= 0; row--) {
    found[row] = ((right[row] ?? 0) - (beside[row] ?? 0) * (found[row + 1] ?? 0)) / (pivots[row] ?? 1);
  }
  return found;
}

function dot(some: readonly number[], others: readonly number[]): number {
  return some.reduce((sum, one, at) => sum + one * (others[at] ?? 0), 0);
}
