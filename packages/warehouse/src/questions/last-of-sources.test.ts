import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PublicationId, ReaderEvent, Source } from '@readout/events';
import fc from 'fast-check';
import { warehouseOver } from '../open-warehouse.ts';
import { type EngineInTest, engineInTest } from '../testing/engine-in-test.ts';
import { eventStreams } from '../testing/random-events.ts';
import type { Warehouse } from '../warehouse.ts';
import { LastOfSources } from './last-of-sources.sql.ts';

const [[EVENT] = []] = fc.sample(eventStreams, { numRuns: 1, seed: 3 });
const PUBLICATION = 7 as PublicationId;

let held: EngineInTest;
let warehouse: Warehouse;
beforeAll(async () => {
  held = await engineInTest();
  warehouse = await warehouseOver(held.engine);
  await warehouse.claim(0);
});
afterAll(() => held.close());

let position = 0;
function event(source: Source, time: number, publication = PUBLICATION): ReaderEvent {
  if (EVENT === undefined) throw new Error('there are events');
  return { ...EVENT, origin: { partition: 0, collector: 1, position: position++ }, source, time, publication };
}

test('tells the newest of each source, of arrivals at once and of settled events once a minute', async () => {
  let now = 0;
  const sources = new LastOfSources(held.engine, () => now);
  const last = async () => Object.fromEntries(await sources.ask(PUBLICATION));
  expect(await last()).toEqual({});
  await warehouse.insertEvents([event('import', 5_000), event('pixel', 9_000), event('pixel', 3_000)]);
  await warehouse.insertEvents([event('beacon', 9_000, 8 as PublicationId)]);
  expect(await last()).toEqual({});
  now = 60_001;
  expect(await last()).toEqual({ import: 5_000, pixel: 9_000 });
  const arrived = [event('pixel', 20_000), event('redirect', 21_000)];
  await warehouse.insertArrivals(arrived, 30_000);
  expect(await last()).toEqual({ import: 5_000, pixel: 20_000, redirect: 21_000 });
  // Settled and dropped before events are read again.
  await warehouse.insertEvents(arrived);
  await held.engine.command('TRUNCATE TABLE arrivals');
  expect(await last()).toEqual({ import: 5_000, pixel: 20_000, redirect: 21_000 });
  expect(Object.fromEntries(await new LastOfSources(held.engine).ask(8 as PublicationId))).toEqual({ beacon: 9_000 });
});
