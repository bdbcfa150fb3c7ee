import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { ReaderEvent } from '@readout/events';
import { type Gathered, Gathering } from './gathering.ts';

const batch = (first: number, count: number): Gathered => ({
  rows: {
    events: Array.from({ length: count }, (_, at) => ({ origin: { position: first + at } }) as ReaderEvent),
    statements: [],
    checks: [],
    quarantined: [],
  },
  next: first + count,
});
const positions = (batches: readonly Gathered[] | null) =>
  batches?.flatMap(({ rows }) => rows.events.map(({ origin }) => origin.position));

/** Whether it is done once everything at hand has been. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  await turn();
  return done;
}

describe('what a partition has ready', () => {
  test('is taken all at once and in order', async () => {
    const gathering = new Gathering(() => 100);
    await gathering.add(batch(0, 2));
    await gathering.add(batch(2, 3));
    expect(positions(await gathering.take())).toEqual([0, 1, 2, 3, 4]);
  });

  test('is waited for where there is nothing', async () => {
    const gathering = new Gathering(() => 100);
    const taking = gathering.take();
    expect(await isDone(taking)).toBe(false);
    await gathering.add(batch(7, 1));
    expect(positions(await taking)).toEqual([7]);
  });

  test('makes whoever reads on wait once it is full, until it is taken', async () => {
    const gathering = new Gathering(() => 4);
    expect(await isDone(gathering.add(batch(0, 3)))).toBe(true);
    const adding = gathering.add(batch(3, 3));
    expect(await isDone(adding)).toBe(false);
    expect(positions(await gathering.take())).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await adding).toBe(true);
  });

  test('of an end is given out to the last, and then nothing', async () => {
    const gathering = new Gathering(() => 4);
    await gathering.add(batch(0, 1));
    gathering.close();
    expect(positions(await gathering.take())).toEqual([0]);
    expect(await gathering.take()).toBeNull();
  });

  test('is wanted no more where nobody takes it: whoever waits for room is told', async () => {
    const gathering = new Gathering(() => 1);
    const adding = gathering.add(batch(0, 1));
    expect(await isDone(adding)).toBe(false);
    gathering.close();
    expect(await adding).toBe(false);
  });
});
