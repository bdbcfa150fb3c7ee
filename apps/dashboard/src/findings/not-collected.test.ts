import { expect, test } from '@jest/globals';
import { notCollected } from './not-collected.ts';

const [on, off] = [true, false];

test.each([
  [on, on, on, []],
  [off, on, on, ['opens']],
  [on, off, on, ['clicks']],
  [on, on, off, ['whose']],
  [off, on, off, ['opensOnly', 'whose']],
  [on, off, off, ['clicks', 'whose']],
  [off, off, on, ['everything']],
  [off, off, off, ['everything']],
] as const)('opens %p, clicks %p, readers %p: %j is missing', (tracksOpens, tracksClicks, tracksReaders, missing) => {
  expect(notCollected({ tracksOpens, tracksClicks, tracksReaders })).toEqual(missing);
});
