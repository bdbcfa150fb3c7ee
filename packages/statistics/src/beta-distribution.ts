import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';

/** A beta distribution; both parameters are above 0. As a belief of a rate: so many did it and so many did not, more or less. */
export interface Beta {
  readonly a: number;
  readonly b: number;
}

/** The share of a beta distribution below x, from 0 to 1: Iₓ(a, b), the regularised incomplete beta function (DLMF 8.17). */
export function betaShareBelow(x: number, { a, b }: Beta): number {
  return betainc(x, a, b);
}

/** Below which x a share of a beta distribution lies. */
export function betaQuantile(share: number, { a, b }: Beta): number {
  return betaincinv(share, a, b);
}
