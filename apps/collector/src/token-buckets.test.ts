import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TokenBuckets } from './token-buckets.ts';

describe('token buckets', () => {
  test('allow a burst and then the rate, each key for itself', () => {
    const buckets = new TokenBuckets<string>({ perSecond: 10, burst: 5 });
    const taken = (key: string, times: number, now: number) =>
      Array.from({ length: times }, () => buckets.take(key, now)).filter(Boolean).length;
    expect(taken('a', 20, 0)).toBe(5);
    expect(taken('b', 20, 0)).toBe(5);
    expect(taken('a', 20, 300)).toBe(3);
    expect(taken('a', 20, 100_000)).toBe(5);
  });

  test('however the calls fall, a key never gets more than burst and rate allow, nor less than it could', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(400)), { maxLength: 300 }), (calls) => {
        const rate = { perSecond: 20, burst: 4 };
        const buckets = new TokenBuckets<number>(rate);
        const naive = new Map<number, { tokens: number; at: number }>();
        let now = 0;
        for (const [key, after] of calls) {
          now += after;
          const one = naive.get(key) ?? { tokens: rate.burst, at: now };
          one.tokens = Math.min(rate.burst, one.tokens + ((now - one.at) / 1000) * rate.perSecond);
          one.at = now;
          const expected = one.tokens >= 1;
          if (expected) one.tokens -= 1;
          naive.set(key, one);
          expect(buckets.take(key, now)).toBe(expected);
        }
      }),
    );
  });
});
