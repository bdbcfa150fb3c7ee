/** A point from −1 to 1, and how much the value there counts. */
export interface Node {
  readonly at: number;
  readonly weight: number;
}

/** More than it ever takes: each step doubles the digits. */
const MOST_STEPS = 20;

/**
 * The points and weights that integrate polynomials below degree 2 · count exactly from −1 to 1: roots of the Legendre
 * polynomial by Newton's method from Tricomi's first guess (DLMF 3.5(v)).
 */
export function gaussLegendre(count: number): readonly Node[] {
  return Array.from({ length: count }, (_, at) => {
    let x = Math.cos((Math.PI * (at + 0.75)) / (count + 0.5));
    let { value, slope } = legendre(count, x);
    for (let step = 0; step < MOST_STEPS && Math.abs(value / slope) > Number.EPSILON; step++) {
      x -= value / slope;
      ({ value, slope } = legendre(count, x));
    }
    return { at: x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}

function legendre(degree: number, x: number): { readonly value: number; readonly slope: number } {
  let [before, value] = [1, x];
  for (let n = 2; n <= degree; n++) {
    [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  }
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}
