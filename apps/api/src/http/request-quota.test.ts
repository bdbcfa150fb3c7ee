import { describe, expect, test } from '@jest/globals';
import { RequestQuota } from './request-quota.ts';

const inTest = (requests: number) => {
  const time = { now: 1_000_000 };
  return { time, quota: new RequestQuota({ requests, windowSeconds: 60 }, () => time.now) };
};

describe('a quota of requests', () => {
  test('is used up request by request, and all there again when the window is over', () => {
    const { time, quota } = inTest(2);
    expect(quota.take('a')).toEqual({ admitted: true, remaining: 1, resetSeconds: 60 });
    time.now += 20_500;
    expect(quota.take('a')).toEqual({ admitted: true, remaining: 0, resetSeconds: 40 });
    expect(quota.take('a')).toEqual({ admitted: false, remaining: 0, resetSeconds: 40 });
    time.now += 39_499;
    expect(quota.take('a')).toEqual({ admitted: false, remaining: 0, resetSeconds: 1 });
    time.now += 1;
    expect(quota.take('a')).toEqual({ admitted: true, remaining: 1, resetSeconds: 60 });
  });

  test('is each caller’s own', () => {
    const { quota } = inTest(1);
    expect(quota.take('a').admitted).toBe(true);
    expect(quota.take('b').admitted).toBe(true);
    expect(quota.take('a').admitted).toBe(false);
  });

  test('does not keep anybody waiting where the clock was set back', () => {
    const { time, quota } = inTest(1);
    quota.take('a');
    time.now -= 3_600_000;
    expect(quota.take('a')).toEqual({ admitted: true, remaining: 0, resetSeconds: 60 });
  });

  test('forgets who has not asked for a window, and nobody else', () => {
    const { time, quota } = inTest(1);
    quota.take('a');
    time.now += 30_000;
    quota.take('b');
    time.now += 30_000;
    quota.take('c');
    expect(quota.take('b').admitted).toBe(false);
    expect(quota.take('a').admitted).toBe(true);
  });
});
