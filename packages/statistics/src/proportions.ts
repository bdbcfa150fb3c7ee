import { NINETY_PERCENT as Z } from './normal-distribution.ts';

/** A share or a difference of shares, with the range in which the truth lies with a probability of 90 %. */
export interface ShareRange {
  readonly low: number;
  readonly high: number;
}

/** Of so many people, so many did it. */
export interface Share {
  /** From 0 to `of`. */
  readonly count: number;
  readonly of: number;
}

/**
 * The 90 % interval of a share, after E. B. Wilson, Journal of the American Statistical Association 22, 1927: without
 * continuity correction, as Brown, Cai and DasGupta (Statistical Science 16, 2001) advise. Null over nothing, and
 * where more did it than there are: that is no share of them.
 */
export function shareInterval({ count, of }: Share): ShareRange | null {
  if (!(of > 0 && count >= 0 && count <= of)) return null;
  const share = count / of;
  const middle = share + (Z * Z) / (2 * of);
  const around = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const whole = 1 + (Z * Z) / of;
  return {
    low: count === 0 ? 0 : (middle - around) / whole,
    high: count === of ? 1 : (middle + around) / whole,
  };
}

/**
 * The 90 % interval of one share less another, of two groups that have nothing to do with each other: R. G. Newcombe,
 * Statistics in Medicine 17, 1998, method 10. Where many people are in both groups, and do alike in both, the truth is
 * known better than it says. Null where one of them is no share.
 */
export function differenceInterval(one: Share, other: Share): ShareRange | null {
  const [first, second] = [shareInterval(one), shareInterval(other)];
  if (first === null || second === null) return null;
  const [p, q] = [one.count / one.of, other.count / other.of];
  return {
    low: p - q - Math.hypot(p - first.low, second.high - q),
    high: p - q + Math.hypot(first.high - p, q - second.low),
  };
}
