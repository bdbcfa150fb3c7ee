import { expect, test } from '@jest/globals';
import {
  attributionSearch,
  cohortsSearch,
  funnelSearch,
  paywallSearch,
  revenueSearch,
  trialsSearch,
} from './growth-search.ts';

test.each([
  [{}, {}],
  [
    { days: '365', window: 7, by: 'country' },
    { days: 365, window: 7, by: 'country' },
  ],
  [{ days: 90, window: '30' }, {}],
  [{ days: ['365'], window: {}, by: 'weather' }, {}],
  [{ days: '0365', window: 'seven', by: ['issue'] }, {}],
])('a funnel with %j in its address shows %j', (search, expected) => {
  expect(funnelSearch(search)).toEqual(expected);
});

test.each([
  [{}, {}],
  [{ weeks: 52 }, { weeks: 52 }],
  [{ weeks: '12' }, {}],
  [{ weeks: 'all', days: 30 }, {}],
])('trials with %j in their address show %j', (search, expected) => {
  expect(trialsSearch(search)).toEqual(expected);
});

test.each([
  [{}, {}],
  [
    { months: '24', currency: 'JPY' },
    { months: 24, currency: 'JPY' },
  ],
  [{ months: 12, currency: 'yen' }, {}],
  [{ months: 11, currency: ['EUR'] }, {}],
])('revenue with %j in its address shows %j', (search, expected) => {
  expect(revenueSearch(search)).toEqual(expected);
});

test.each([
  [{}, {}],
  [{ by: 'offer' }, { by: 'offer' }],
  [{ by: 'month' }, {}],
  [{ by: 'country' }, {}],
])('cohorts with %j in their address show %j', (search, expected) => {
  expect(cohortsSearch(search)).toEqual(expected);
});

test('the usual stretch is left out of an address, which differs from page to page', () => {
  expect(paywallSearch({ days: 180 })).toEqual({});
  expect(paywallSearch({ days: '90' })).toEqual({ days: 90 });
  expect(paywallSearch({ days: 30 })).toEqual({});
  expect(attributionSearch({ days: 180 })).toEqual({ days: 180 });
  expect(attributionSearch({ days: '90' })).toEqual({});
});
