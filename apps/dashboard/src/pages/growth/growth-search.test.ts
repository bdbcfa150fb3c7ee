import { expect, test } from '@jest/globals';
import { funnelSearch, revenueSearch, trialsSearch } from './growth-search.ts';

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
