import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { ReaderEvent } from '@readout/events';
import { Waiting, type WaitingBatch } from './waiting.ts';

const NOON = Date.UTC(2026, 2, 2, 12);
const AFTER = 300_000;

const batch = (next: number, lastFetch: number, events = 10): WaitingBatch => ({
  rows: {
    events: Array.from({ length: events }, () => ({}) as ReaderEvent),
    statements: [],
    checks: [],
    quarantined: [],
  },
  next,
  lastFetch,
});

/** @param now minutes after noon. */
function waiting(now: () => number, most = 1_000) {
  return new Waiting({ settlesAfterMs: AFTER, most: () => most, now: () => NOON + now() * 60_000 });
}
const at = (minutes: number) => NOON + minutes * 60_000;

async function isDone(promise: Promise<unknown>): Promise<boolean> {
  return await Promise.race([promise.then(() => true), sleep(30, false)]);
}

describe('batches that wait to be settled', () => {
  test('are taken once everything that may change them has been read', async () => {
    const queue = waiting(() => 60);
    await queue.add(batch(1, at(0)));
    await queue.add(batch(2, at(2)));
    const taking = queue.take();
    expect(await isDone(taking)).toBe(false);
    await queue.add(batch(3, at(5.1)));
    expect((await taking)?.map(({ next }) => next)).toEqual([1]);
    expect(queue.batches.map(({ next }) => next)).toEqual([2, 3]);
    queue.close();
  });

  test('are taken by the clock where the log has no more', async () => {
    let now = 3;
    const queue = waiting(() => now);
    await queue.add(batch(1, at(0)));
    queue.idle();
    const taking = queue.take();
    expect(await isDone(taking)).toBe(false);
    now = 6;
    expect((await taking)?.map(({ next }) => next)).toEqual([1]);
    queue.close();
  });

  test('are taken at once where nothing in them can change', async () => {
    const queue = waiting(() => 0);
    await queue.add(batch(1, 0));
    expect((await queue.take())?.map(({ next }) => next)).toEqual([1]);
    queue.close();
  });

  test('are gathered while more is being read, and taken together', async () => {
    const queue = waiting(() => 0);
    await queue.add(batch(1, 0));
    await queue.take();
    await queue.add(batch(2, 0));
    const taking = queue.take();
    expect(await isDone(taking)).toBe(false);
    await queue.add(batch(3, 0));
    expect(await isDone(taking)).toBe(false);
    queue.idle();
    expect((await taking)?.map(({ next }) => next)).toEqual([2, 3]);
    queue.close();
  });

  test('make whoever reads on wait once there are too many, and then the oldest go before their time', async () => {
    const queue = waiting(() => 0, 30);
    await queue.add(batch(1, at(0)));
    await queue.add(batch(2, at(0)));
    const adding = queue.add(batch(3, at(0)));
    expect(await isDone(adding)).toBe(false);
    expect((await queue.take())?.map(({ next }) => next)).toEqual([1, 2]);
    expect(await adding).toBe(true);
    expect(queue.events).toBe(10);
    queue.close();
  });

  test('need not be shown before where their time is past, unless something younger waits', async () => {
    const queue = waiting(() => 10);
    expect(queue.isOld(batch(1, at(4)))).toBe(true);
    expect(queue.isOld(batch(1, at(6)))).toBe(false);
    await queue.add(batch(1, at(6)));
    expect(queue.isOld(batch(2, at(4)))).toBe(false);
    expect(queue.isOld(batch(2, 0))).toBe(false);
    queue.close();
  });

  test("are nobody's where nobody takes them any more", async () => {
    const queue = waiting(() => 0, 5);
    const adding = queue.add(batch(1, at(0)));
    queue.close();
    expect(await adding).toBe(false);
    expect(await queue.take()).toBeNull();
  });
});
