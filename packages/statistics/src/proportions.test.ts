import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differenceInterval, type Share, shareInterval } from './proportions.ts';

/** proportion_confint(count, of, alpha=0.1, method='wilson') of statsmodels 0.15.0 (Python 3, scipy 1.17.1). */
const WILSON = [
  [0, 10, 0, 0.2129419700834071],
  [10, 10, 0.7870580299165928, 1],
  [1, 1, 0.269865948784054, 1],
  [0, 1, 0, 0.730134051215946],
  [5, 10, 0.26927182113826714, 0.7307281788617328],
  [1, 29, 0.007730807972737994, 0.14068309513251215],
  [81, 263, 0.2633136171884814, 0.35656634960848815],
  [15, 148, 0.06744326224687144, 0.14957293174640032],
  [8946, 19880, 0.44420347176241165, 0.45581013575920154],
  [1193, 8946, 0.12755433241977854, 0.1393787487789222],
  [3, 5_000_000, 2.3978906640447714e-7, 1.5013186822860715e-6],
] as const;

/** confint_proportions_2indep(…, method='newcomb', compare='diff', alpha=0.1, correction=False) of the same. */
const NEWCOMBE = [
  [56, 70, 48, 80, 0.07656419154407207, 0.31364458358294384],
  [9, 10, 3, 10, 0.24211240088494457, 0.7896235073721287],
  [6, 7, 2, 7, 0.13651580702986815, 0.7878085050513379],
  [5, 56, 0, 29, -0.007255069182513882, 0.17229044004724364],
  [0, 10, 0, 20, -0.11915783736096455, 0.2129419700834071],
  [10, 10, 0, 10, 0.6988545779095998, 1],
  [8946, 19880, 8800, 19912, -0.00014195922551113807, 0.016251341551252123],
  [1193, 8946, 1150, 8800, -0.005689134658755427, 0.011033172071331986],
] as const;

const shares: fc.Arbitrary<Share> = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, share]) => ({ count: Math.round(of * share), of }));

describe('the interval of a share', () => {
  test.each(WILSON)('%d of %d is from %d to %d', (count, of, low, high) => {
    const range = shareInterval({ count, of });
    expect(range?.low).toBeCloseTo(low, 12);
    expect(range?.high).toBeCloseTo(high, 12);
  });

  test.each([
    ['nothing', { count: 0, of: 0 }],
    ['more than there are', { count: 3, of: 2 }],
    ['a negative number', { count: -1, of: 2 }],
    ['what is no number', { count: Number.NaN, of: 2 }],
  ])('of %s is none', (_, share) => {
    expect(shareInterval(share)).toBeNull();
  });

  test('holds the share, stays between 0 and 1, mirrors that of those who did not, and narrows with more people', () => {
    fc.assert(
      fc.property(shares, ({ count, of }) => {
        const range = shareInterval({ count, of });
        const mirrored = shareInterval({ count: of - count, of });
        const wider = shareInterval({ count: count * 4, of: of * 4 });
        if (range === null || mirrored === null || wider === null) throw new Error('it is a share');
        expect(range.low).toBeGreaterThanOrEqual(0);
        expect(range.low).toBeLessThanOrEqual(count / of);
        expect(range.high).toBeGreaterThanOrEqual(count / of);
        expect(range.high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - range.high, 9);
        expect(wider.high - wider.low).toBeLessThan(range.high - range.low);
      }),
    );
  });
});

describe('the interval of a difference of shares', () => {
  test.each(NEWCOMBE)('%d of %d less %d of %d is from %d to %d', (count, of, otherCount, otherOf, low, high) => {
    const range = differenceInterval({ count, of }, { count: otherCount, of: otherOf });
    expect(range?.low).toBeCloseTo(low, 12);
    expect(range?.high).toBeCloseTo(high, 12);
  });

  test('is none where one of them is no share', () => {
    expect(differenceInterval({ count: 1, of: 2 }, { count: 0, of: 0 })).toBeNull();
    expect(differenceInterval({ count: 3, of: 2 }, { count: 1, of: 2 })).toBeNull();
  });

  test('holds the difference, and turns its sign with the order', () => {
    fc.assert(
      fc.property(shares, shares, (one, other) => {
        const range = differenceInterval(one, other);
        const turned = differenceInterval(other, one);
        if (range === null || turned === null) throw new Error('they are shares');
        const difference = one.count / one.of - other.count / other.of;
        expect(range.low).toBeLessThanOrEqual(difference);
        expect(range.high).toBeGreaterThanOrEqual(difference);
        expect(turned.low).toBeCloseTo(-range.high, 12);
        expect(turned.high).toBeCloseTo(-range.low, 12);
      }),
    );
  });
});
