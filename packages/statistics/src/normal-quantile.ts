import erfcinv from '@stdlib/math-base-special-erfcinv';

/**
 * Below which z a share of the standard normal distribution lies: Φ⁻¹(share) = −√2 · erfc⁻¹(2 · share), DLMF 7.17. The complement keeps its digits in the lower tail; a tail above is best asked for as minus the one below.
 * @param share from 0 (minus infinity) to 1 (infinity)
 */
export function normalQuantile(share: number): number {
  return -Math.SQRT2 * erfcinv(2 * share);
}

/** How many standard deviations to either side hold this much of a normal distribution: 1.96 for a level of 0.95. */
export function normalHalfWidth(level: number): number {
  return -normalQuantile((1 - level) / 2);
}
