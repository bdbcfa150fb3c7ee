import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { CollectingHere, WarehouseHere } from './collecting-here.ts';
import { FaultyDisk } from './faulty-disk.ts';
import type { Outcome } from './program-faults.ts';

const READERS = 20_000;
const CALLERS = 64;
/** After so long pixels are refused, and everything that comes is at once. */
const REFUSED_AFTER_MS = 10_000;
/** What waits in memory for the disk, and much besides: megabytes. */
const MOST_GROWTH = 150;

/** A write to the log does not come back for long, while readers go on asking. */
export async function hangingDisk(forMs: number): Promise<Outcome> {
  assert.ok(forMs > REFUSED_AFTER_MS);
  const disk = new FaultyDisk();
  const warehouse = await WarehouseHere.open();
  const here = await CollectingHere.start(warehouse, READERS, { log: { openSegment: disk.openSegment } });
  const { audience, address } = here;
  here.ingest();
  await audience.ask(address, { most: 1_000 });
  const before = process.memoryUsage.rss();
  const began = performance.now();
  disk.hang();
  await audience.ask(address, { most: 10_000, callers: CALLERS, redirects: 'unsure' });
  assert.ok(audience.slowest > REFUSED_AFTER_MS * 0.9 && audience.slowest < REFUSED_AFTER_MS * 1.5);
  assert.ok(audience.refused > 0);
  const late = await here.outcomes('clicked', 'late');
  const unrecorded = await here.outcomes('clicked', 'unrecorded');
  assert.ok(late > 0 && unrecorded > 0);
  await sleep(Math.max(0, forMs - (performance.now() - began)));
  const grown = (process.memoryUsage.rss() - before) / 1_048_576;
  assert.ok(grown < MOST_GROWTH, `memory grew by ${grown} MB`);
  disk.letGo();
  await audience.ask(address, { most: 1_000 });
  const { unsure, refused } = audience;
  const counted = await audience.everythingIsCountedOnce(address, here.settled);
  await here.stop();
  await warehouse.close();
  return {
    asked: audience.asked,
    answered: audience.kept,
    counted: counted.readers,
    note: `${late} links led on late, ${unrecorded} uncounted, ${refused} pixels refused; memory + ${grown.toFixed(0)} MB; ${unsure} asked again`,
  };
}
