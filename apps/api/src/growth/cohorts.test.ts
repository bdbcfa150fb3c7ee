import { describe, expect, test } from '@jest/globals';
import type { IssueId } from '@readout/events';
import fc from 'fast-check';
import { subscriptionInTest } from '../testing/subscription-in-test.ts';
import { cohortsOf } from './cohorts.ts';

const MONTH = 30.4375 * 86_400_000;
const NOW = Date.UTC(2026, 3, 15, 12);
const asked = {
  now: NOW,
  timeZone: 'America/New_York',
  by: 'month' as const,
  issueNamed: (issue: number) => (issue === 0 ? null : { id: `issue ${issue}`, title: `Number ${issue}` }),
  offerNamed: () => null,
};
const payer = (paidAt: number, months: number | null, issue = 0) =>
  subscriptionInTest({
    payments: [{ at: paidAt, amount: 900, currency: 'EUR' }],
    ended: months === null ? null : paidAt + months * MONTH,
    issue: (issue || null) as IssueId | null,
  });

describe('cohorts', () => {
  test('of none are none', () => {
    expect(cohortsOf([], asked)).toMatchObject({ cohorts: [], all: [] });
    // Whoever never paid is in none.
    expect(cohortsOf([subscriptionInTest({})], asked).cohorts).toEqual([]);
  });

  test('go by the month of the first payment where the publication is', () => {
    // In New York it is still February.
    const { cohorts } = cohortsOf([payer(Date.UTC(2026, 2, 1, 3), null), payer(Date.UTC(2026, 2, 1, 6), null)], asked);
    expect(cohorts.map(({ key, payers }) => [key, payers])).toEqual([
      ['2026-02', 1],
      ['2026-03', 1],
    ]);
  });

  test('or by the issue that led there, most payers first, and none by itself', () => {
    const all = [payer(NOW - MONTH, null, 3), payer(NOW - MONTH, null), payer(NOW - MONTH, null)];
    expect(
      cohortsOf(all, { ...asked, by: 'issue' }).cohorts.map(({ key, title, payers }) => [key, title, payers]),
    ).toEqual([
      [null, null, 2],
      ['issue 3', 'Number 3', 1],
    ]);
  });

  test('keep, where everybody has come as far, just the share that still pays', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10 + 0.01)), {
          minLength: 1,
          maxLength: 40,
        }),
        (ends) => {
          const { all } = cohortsOf(
            ends.map((months) => payer(NOW - 6 * MONTH, months)),
            asked,
          );
          expect(all.map(({ of }) => of)).toEqual(Array(7).fill(ends.length));
          for (const { month, rate, low, high } of all) {
            expect(rate).toBeCloseTo(ends.filter((end) => end === null || end > month).length / ends.length, 9);
            expect(low).toBeLessThanOrEqual(rate + 1e-12);
            expect(high).toBeGreaterThanOrEqual(rate - 1e-12);
          }
        },
      ),
    );
  });

  test('who began lately counts only for as long as they have been there', () => {
    const { all } = cohortsOf(
      [payer(NOW - 3.5 * MONTH, 1.5), payer(NOW - 3.5 * MONTH, null), payer(NOW - 0.5 * MONTH, null)],
      asked,
    );
    expect(all.map(({ month, of }) => [month, of])).toEqual([
      [0, 3],
      [1, 2],
      [2, 2],
      [3, 2],
    ]);
    expect(all.at(-1)?.rate).toBeCloseTo(0.5);
  });
});
