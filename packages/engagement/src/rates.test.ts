import { expect, test } from '@jest/globals';
import { issueRates } from './rates.ts';

test('rates say what they are a share of', () => {
  expect(issueRates({ delivered: 200, readers: 80, clickers: 20 })).toEqual({
    openRate: 0.4,
    clickRate: 0.1,
    clickToOpenRate: 0.25,
  });
});

test('a share of nothing is not a number but null', () => {
  expect(issueRates({ delivered: 0, readers: 0, clickers: 0 })).toEqual({
    openRate: null,
    clickRate: null,
    clickToOpenRate: null,
  });
});
