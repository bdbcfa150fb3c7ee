import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openEmbeddedLog, type Spool } from '@readout/event-log';
import { encodeRecord } from '@readout/events';
import { WarehouseUnavailableError } from '@readout/warehouse';
import { Arrival } from './arrival.ts';

const KEPT = 1;
const REMOVED = 2;

describe('whether what was told is in the warehouse', () => {
  let folder: string;
  let spool: Spool;
  let held: number | Error;
  let stop: AbortController;
  let asked: { from: number; to: number }[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readout-arrival-'));
    spool = await openEmbeddedLog({ directory: folder, retention: { maxAgeMs: 1e9, maxBytes: 1e9 } });
    held = 0;
    stop = new AbortController();
    asked = [];
  });
  afterEach(async () => {
    stop.abort();
    await spool.close();
    await rm(folder, { recursive: true, force: true });
  });

  const arrival = (sentOnBefore = 0) =>
    new Arrival({
      outbox: { spool, sentOnBefore },
      warehouse: {
        async recordsHeld(collector, from, to) {
          expect(collector).toBe(spool.collector);
          asked.push({ from, to });
          if (held instanceof Error) throw held;
          return Math.min(held, to) - from;
        },
      },
      publicationExists: async (id) => id !== REMOVED,
      signal: stop.signal,
    });
  const tell = (publication: number, count: number) =>
    spool.appendAll(
      Array.from({ length: count }, (_, at) =>
        encodeRecord({ type: 'fact', version: 1, kind: 'sent', time: at, publication, source: 'api' }),
      ),
    );
  /** Whether it has come to its end within a while. */
  const isDone = (waiting: Promise<void>, within = 400) =>
    Promise.race([waiting.then(() => true), sleep(within, undefined, { ref: false }).then(() => false)]);

  test('waits until it is sent on, then until the warehouse has all of it, whatever comes later', async () => {
    await tell(KEPT, 10);
    const waiting = arrival().ofEverything();
    await tell(KEPT, 5);
    held = 9;
    expect(await isDone(waiting)).toBe(false);
    expect(asked).toEqual([]);
    await spool.commit(0, 10);
    expect(await isDone(waiting, 1_500)).toBe(false);
    held = 10;
    expect(await isDone(waiting, 3_000)).toBe(true);
    expect(new Set(asked.map(({ to }) => to))).toEqual(new Set([10]));
  });

  test('asks for what is not known to be there yet, and for nothing where all is', async () => {
    await tell(KEPT, 10);
    await spool.commit(0, 10);
    held = 10;
    const one = arrival(4);
    await one.ofEverything();
    await one.ofEverything();
    expect(asked).toEqual([{ from: 4, to: 10 }]);
  });

  test('waits for a ClickHouse that is away', async () => {
    await tell(KEPT, 1);
    await spool.commit(0, 1);
    held = new WarehouseUnavailableError('away');
    const waiting = arrival().ofEverything();
    expect(await isDone(waiting)).toBe(false);
    held = 1;
    expect(await isDone(waiting, 3_000)).toBe(true);
  });

  test('does not wait for ever for what another process has removed', async () => {
    await tell(KEPT, 3);
    await tell(REMOVED, 4);
    await tell(KEPT, 3);
    await spool.commit(0, 10);
    held = 5;
    const waiting = arrival().ofEverything();
    expect(await isDone(waiting, 7_000)).toBe(false);
    held = 6;
    expect(await isDone(waiting, 10_000)).toBe(true);
  }, 30_000);

  test('ends when the process does', async () => {
    await tell(KEPT, 1);
    const waiting = arrival().ofEverything();
    expect(await isDone(waiting)).toBe(false);
    stop.abort();
    expect(await isDone(waiting)).toBe(true);
  });
});
