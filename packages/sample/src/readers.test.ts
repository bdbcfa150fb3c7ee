import { describe, expect, test } from '@jest/globals';
import { firstNewcomer, SAMPLE_READERS, sampleReaders } from './readers.ts';

describe('the readers', () => {
  test('are 20,000, each under a reference of their own, always the same', () => {
    const readers = sampleReaders();
    expect(readers).toHaveLength(20_000);
    expect(new Set(readers.map(({ reference }) => reference)).size).toBe(20_000);
    expect(sampleReaders()).toEqual(readers);
  });

  test('are mostly free, about one in six premium, a few on trial; newcomers are free', () => {
    const atStart = sampleReaders().slice(0, firstNewcomer(SAMPLE_READERS));
    const share = (wanted: string) => atStart.filter(({ segment }) => segment === wanted).length / atStart.length;
    expect(share('free')).toBeCloseTo(0.82, 2);
    expect(share('premium')).toBeCloseTo(0.16, 2);
    expect(share('trial')).toBeCloseTo(0.02, 2);
    expect(
      new Set(
        sampleReaders()
          .slice(atStart.length)
          .map(({ segment }) => segment),
      ),
    ).toEqual(new Set(['free']));
  });
});
