import { expect, test } from '@jest/globals';
import { timeZoneNamed } from './time-zones.ts';

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  [' america/new york ', 'America/New_York'],
  ['utc', 'UTC'],
  ['US/Eastern', 'US/Eastern'],
  ['Berlin', null],
  ['Europe/Berlim', null],
  ['', null],
])('%j is the time zone %j', (text, zone) => {
  expect(timeZoneNamed(text)).toBe(zone);
});
