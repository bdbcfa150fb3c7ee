import { normalShareBelow } from './normal-distribution.ts';

/** Above so many degrees of freedom it differs from the normal distribution by less than one in a million. */
const NEARLY_NORMAL = 1e6;
/** From here on the series of ln Γ is good to 14 digits; smaller arguments are stepped up to it. */
const ASYMPTOTIC = 10;
/** More than the fraction ever takes for the arguments of this file. */
const MOST_STEPS = 10_000;

/** The share of Student's t distribution that lies below t. @param df degrees of freedom, above 0; need not be whole. */
export function studentShareBelow(t: number, df: number): number {
  if (df > NEARLY_NORMAL) return normalShareBelow(t);
  // Abramowitz & Stegun 26.5.27 with 26.7.1.
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** Below which t the share lies, 0 < share < 1: halved until a double can tell no more. */
export function studentQuantile(share: number, df: number): number {
  if (share < 0.5) return -studentQuantile(1 - share, df);
  let [low, high] = [0, 1];
  while (studentShareBelow(high, df) < share) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (studentShareBelow(middle, df) < share) low = middle;
    else high = middle;
  }
}

/** I_x(a, b), the regularised incomplete beta function: continued fraction of the NIST Handbook (DLMF), 8.17.22. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly on this side; DLMF 8.17.4 leads there.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  // Evaluated from the front: W. Lentz, Applied Optics 15, 1976, as modified by I. Thompson & A. Barnett, 1986.
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const before = fraction;
    for (const step of [even, odd]) {
      d = 1 / awayFromZero(1 + step * d);
      c = awayFromZero(1 + step / c);
      fraction *= c * d;
    }
    if (fraction === before) break;
    if (Math.abs(fraction / before - 1) < Number.EPSILON) break;
  }
  return front * fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** ln Γ(x) for x > 0. Step 6.1.15, series 6.1.41 of Abramowitz & Stegun. */
function logGamma(x: number): number {
  let at = x;
  let below = 0;
  for (; at < ASYMPTOTIC; at++) below += Math.log(at);
  const s = 1 / (at * at);
  const series =
    (1 / 12 - s * (1 / 360 - s * (1 / 1_260 - s * (1 / 1_680 - s * (1 / 1_188 - s * (691 / 360_360 - s / 156)))))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - below;
}
