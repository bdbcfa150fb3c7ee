import { expect, test } from '@jest/globals';
import { UploadPace } from './upload-pace.ts';

test('nothing is said of the rate before a second has gone', () => {
  const pace = new UploadPace(0);
  pace.tell(500, 900);
  expect(pace.pace(10_000)).toEqual({ perSecond: null, secondsLeft: null });
});

test('a steady upload is as fast as it is, and takes as long as is left', () => {
  const pace = new UploadPace(1_000);
  for (let at = 10; at <= 4_000; at += 10) pace.tell(at, 1_000 + at);
  expect(pace.pace(10_000)).toEqual({ perSecond: 1_000, secondsLeft: 6 });
});

test('what was long ago is forgotten', () => {
  const pace = new UploadPace(0);
  for (let at = 1_000; at <= 60_000; at += 1_000) pace.tell(at / 100, at);
  for (let at = 1; at <= 20; at++) pace.tell(600 + at * 1_000, 60_000 + at * 1_000);
  expect(pace.pace(0).perSecond).toBeCloseTo(1_000);
});

test('what stands still has no rate, and nothing is left of what is sent', () => {
  const still = new UploadPace(0);
  still.tell(0, 5_000);
  expect(still.pace(10)).toEqual({ perSecond: null, secondsLeft: null });
  const done = new UploadPace(0);
  done.tell(10, 2_000);
  expect(done.pace(10).secondsLeft).toBe(0);
});
