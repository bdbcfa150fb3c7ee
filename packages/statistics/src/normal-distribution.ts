/** Of a standard normal distribution 90 % lie within so many standard deviations of its mean. */
export const NINETY_PERCENT = 1.644_853_626_951_472_2;

/**
 * The share of a standard normal distribution that lies below z, good to 15 decimal places.
 * Taylor series around 0 from G. Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software 11(4),
 * 2004: Φ(z) = ½ + φ(z) · (z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …).
 */
export function normalShareBelow(z: number): number {
  // Beyond, the share differs from 0 or 1 by less than a double can tell from the rounding of the sum.
  if (z < -8) return 0;
  if (z > 8) return 1;
  let term = z;
  let sum = z;
  for (let odd = 3; ; odd += 2) {
    term *= (z * z) / odd;
    if (sum + term === sum) break;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
}
