import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Origin } from '@readout/events';
import fc from 'fast-check';
import { openWarehouse } from '../open-warehouse.ts';
import { eventStreams } from '../testing/random-events.ts';
import type { Warehouse } from '../warehouse.ts';

let folder: string;
let warehouse: Warehouse;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-held-'));
  warehouse = await openWarehouse({ kind: 'embedded', path: folder });
});
afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

test("counts each of a collector's positions once, as an event or in quarantine, within the bounds that are asked for", async () => {
  const [[event] = []] = fc.sample(eventStreams, { numRuns: 1, seed: 3 });
  if (event === undefined) throw new Error('there are events');
  const at = (partition: number, position: number, collector = 77): Origin => ({ partition, collector, position });
  const events = [at(0, 0), at(0, 2), at(0, 3), at(1, 1), at(1, 9), at(0, 5, 78)].map((origin) => ({
    ...event,
    origin,
  }));
  const first = events[0];
  if (first === undefined) throw new Error('there are events');
  // A record of several events has one position.
  const parts = [0, 1, 2].map((part) => ({ ...first, origin: at(0, 4), part }));
  await warehouse.insertEvents([...events.filter(({ origin }) => origin.collector === 77), ...parts]);
  await warehouse.insertEvents(events.filter(({ origin }) => origin.collector === 78));
  await warehouse.insertQuarantine([{ origin: at(1, 6), reason: 'no', line: '', time: 0 }]);
  expect(await warehouse.recordsHeld(77, 0, 10)).toBe(7);
  expect(await warehouse.recordsHeld(77, 1, 9)).toBe(5);
  expect(await warehouse.recordsHeld(77, 7, 9)).toBe(0);
  expect(await warehouse.recordsHeld(78, 0, 10)).toBe(1);
});
