import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { temporaryFolder } from './running-readout.ts';
import { fuzz } from './soak/fuzz.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

test('20,000 requests of every kind do no harm, and every pixel that was answered is counted once', async () => {
  const { faults, answered, counted, answersByStatus } = await fuzz(folder.path, {
    requests: 20_000,
    seed: 7,
    connections: 24,
  });
  expect(faults).toEqual([]);
  expect(answered).toBeGreaterThan(5_000);
  expect(counted).toBe(answered);
  // Otherwise what was thrown at it was not of every kind.
  for (const status of [200, 302, 400, 401, 403, 404, 405]) {
    expect([...answersByStatus.keys()]).toContain(status);
  }
}, 180_000);
