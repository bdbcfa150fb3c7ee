import { expect, test } from '@jest/globals';
import type { VerdictCounts } from '@readout/api-contract';
import fc from 'fast-check';
import { byMachines, byPeople, certaintyOf, jumpOf, stretches, sumOf } from './verdicts.ts';

const counts = (human: number, proxied: number, prefetched: number, scanner: number, unclear: number) => ({
  human,
  proxied,
  prefetched,
  scanner,
  unclear,
});

test('what is unclear is on neither side', () => {
  const some = counts(1, 2, 4, 8, 16);
  expect(byPeople(some)).toBe(3);
  expect(byMachines(some)).toBe(12);
  expect(sumOf(some)).toBe(31);
});

test('a bar shows what there is, in the order of the classes, and nothing of nothing', () => {
  expect(stretches(counts(3, 0, 1, 0, 0), 4)).toEqual([
    { verdict: 'human', count: 3, share: 0.75 },
    { verdict: 'prefetched', count: 1, share: 0.25 },
  ]);
  expect(stretches(counts(0, 0, 0, 0, 0), 0)).toEqual([]);
});

test('the stretches of a whole make the whole', () => {
  const some = fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6));
  fc.assert(
    fc.property(some, (five) => {
      const all: VerdictCounts = counts(...five);
      const shares = stretches(all, sumOf(all)).reduce((sum, one) => sum + one.share, 0);
      expect(shares).toBeCloseTo(sumOf(all) > 0 ? 1 : 0, 9);
    }),
  );
});

test.each([
  [1, 'certain'],
  [0.9, 'certain'],
  [0.89, 'likely'],
  [0.7, 'likely'],
  [0.55, 'barely'],
  [0, 'barely'],
  [null, null],
] as const)('a confidence of %p is called %p', (confidence, word) => {
  expect(certaintyOf(confidence)).toBe(word);
});

test('where machines usually do not come at all there is no factor', () => {
  expect(jumpOf({ of: 'machine_clicks', share: 0.4, usual: 0, times: null })).toEqual({ what: 'clicks', times: 'new' });
  expect(jumpOf({ of: 'scanner_opens', share: 0.4, usual: 0.1, times: 4 })).toEqual({ what: 'opens', times: 4 });
});
