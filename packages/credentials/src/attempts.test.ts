import { describe, expect, test } from '@jest/globals';
import { Attempts } from './attempts.ts';

function failing(attempts: Attempts, address: string, times: number): void {
  for (let n = 0; n < times; n++) expect(attempts.begin(address).admitted).toBe(true);
}

describe('Attempts', () => {
  test('holds an address back after ten failures, says for how long, and lets it try again after that', () => {
    let now = 1_000_000;
    const attempts = new Attempts(() => now);
    failing(attempts, '192.0.2.1', 10);
    now += 60_000;
    expect(attempts.begin('192.0.2.1')).toEqual({ admitted: false, retryAfterSeconds: 240 });
    expect(attempts.begin('192.0.2.2').admitted).toBe(true);
    now += 240_000;
    expect(attempts.begin('192.0.2.1').admitted).toBe(true);
  });

  test('does not count what succeeded', () => {
    const attempts = new Attempts(() => 0);
    for (let n = 0; n < 30; n++) {
      const attempt = attempts.begin('192.0.2.1');
      if (attempt.admitted) attempt.succeeded();
    }
    expect(attempts.begin('192.0.2.1').admitted).toBe(true);
  });

  test('counts attempts that are still under way, so that many at once are no way around', () => {
    const attempts = new Attempts(() => 0);
    const admitted = Array.from({ length: 50 }, () => attempts.begin('192.0.2.1')).filter((one) => one.admitted);
    expect(admitted).toHaveLength(10);
  });

  test('takes the addresses of one IPv6 network for one', () => {
    const attempts = new Attempts(() => 0);
    for (let n = 0; n < 10; n++) attempts.begin(`2001:db8:0:1::${n}`);
    expect(attempts.begin('2001:db8:0:1:ffff::1').admitted).toBe(false);
    expect(attempts.begin('2001:db8:0:2::1').admitted).toBe(true);
  });

  test('does not take IPv4 addresses in their IPv6 form for one network', () => {
    const attempts = new Attempts(() => 0);
    failing(attempts, '::ffff:192.0.2.1', 10);
    expect(attempts.begin('::ffff:192.0.2.1').admitted).toBe(false);
    expect(attempts.begin('::ffff:192.0.2.2').admitted).toBe(true);
  });

  test('holds everybody back after a hundred failures from anywhere', () => {
    const attempts = new Attempts(() => 0);
    for (let n = 0; n < 100; n++) expect(attempts.begin(`192.0.2.${n}`).admitted).toBe(true);
    expect(attempts.begin('198.51.100.1').admitted).toBe(false);
  });
});
