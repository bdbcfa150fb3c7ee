import { expect, test } from '@jest/globals';
import { durationFormat } from './durations.ts';

const duration = durationFormat('en');

test.each([
  [0, '0 seconds'],
  [1.9, '1 second'],
  [59.9, '59 seconds'],
  [60, '1 minute'],
  [3_599, '59 minutes'],
  [5_460, '1 hour'],
  [86_399, '23 hours'],
  [200_000, '2 days'],
])('%d seconds are written as "%s"', (seconds, written) => {
  expect(duration(seconds)).toBe(written);
});
