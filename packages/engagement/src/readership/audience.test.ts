import { expect, test } from '@jest/globals';
import { audienceOf } from './audience.ts';

test.each([
  [{ free: 0, trial: 0, premium: 0 }, null],
  [{ free: 1, trial: 0, premium: 900 }, 'everyone'],
  [{ free: 0, trial: 3, premium: 900 }, 'paying'],
  [{ free: 0, trial: 3, premium: 0 }, 'paying'],
])('an issue sent to %j is for %s', (recipients, expected) => {
  expect(audienceOf(recipients)).toBe(expected);
});
