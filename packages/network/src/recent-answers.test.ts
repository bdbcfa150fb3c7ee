import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RecentAnswers } from './recent-answers.ts';

describe('the memory of recent answers', () => {
  test('keeps what is asked for again and again, however many others pass', () => {
    const recent = new RecentAnswers<number>(100);
    recent.set('regular', 1);
    for (let other = 0; other < 10_000; other++) {
      expect(recent.get('regular')).toBe(1);
      recent.set(`once ${other}`, other);
    }
    expect(recent.get('once 0')).toBeUndefined();
    expect(recent.get('once 9999')).toBe(9999);
  });

  test('never holds more than its limit, and never answers anything but what was last said', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(30), fc.nat(1000)), { maxLength: 300 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 2, max: 20 }), (all, limit) => {
        const recent = new RecentAnswers<number>(limit);
        const said = new Map<string, number>();
        for (const [writes, key, value] of all) {
          if (writes) {
            recent.set(String(key), value);
            said.set(String(key), value);
          } else {
            expect([undefined, said.get(String(key))]).toContain(recent.get(String(key)));
          }
          expect(recent.size).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });
});
