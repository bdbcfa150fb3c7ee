import { expect, test } from '@jest/globals';
import { monthsBefore, reportsSearch } from './reports-search.ts';

test('an address says which report, and what it does not know is left out', () => {
  expect(
    reportsSearch({
      kind: 'sponsor',
      link: 'pW9cJf5UhNeT',
      match: 'site',
      days: '30',
      language: 'es',
      month: '2026-03',
    }),
  ).toEqual({ kind: 'sponsor', link: 'pW9cJf5UhNeT', match: 'site', days: 30, language: 'es', month: '2026-03' });
  expect(reportsSearch({ kind: 'yearly', issue: '', match: 1, days: 31, language: 'fr', month: 'March' })).toEqual({});
});

test('months go back over the turn of a year', () => {
  expect(monthsBefore(new Date(2026, 1, 15), 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});
