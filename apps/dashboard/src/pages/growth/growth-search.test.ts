import { expect, test } from '@jest/globals';
import { funnelSearch, trialsSearch } from './growth-search.ts';

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
