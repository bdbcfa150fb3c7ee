import gammainc from '@stdlib/math-base-special-gammainc';

/**
 * The share of a chi-square distribution that lies above x: Q(df/2, x/2), the regularised upper incomplete gamma
 * function (Abramowitz & Stegun 26.4.19).
 * @param df degrees of freedom, above 0
 */
export function chiSquareShareAbove(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}
