import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LogBatch } from '../event-log.ts';
import { encodeFrame } from './frame.ts';
import { readLog } from './reader.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-reader-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A log of one segment, which is `then` once the reader has come to the end of what it was at first. */
async function read(first: readonly Buffer[], then: readonly Buffer[], ends: readonly [number, number]) {
  const segment = { first: 0, path: join(folder, 'segment.log') };
  await writeFile(segment.path, Buffer.concat(first));
  const stop = new AbortController();
  const batches: LogBatch[] = [];
  let [next, bytes] = [ends[0], Buffer.concat(first).length];
  const log = {
    collector: 1,
    get next() {
      return next;
    },
    segmentFor: () => ({ segment, end: next, bytes }),
    async moreThan() {
      if (next === ends[1]) return stop.abort();
      await writeFile(segment.path, Buffer.concat(then));
      [next, bytes] = [ends[1], Buffer.concat(then).length];
    },
  };
  for await (const batch of readLog(log, { partition: 0, from: 0, maxRecords: 10, signal: stop.signal }))
    batches.push(batch);
  return {
    lines: batches.flatMap(({ records }) => records.map(({ origin, line }) => `${origin.position} ${line}`)),
    damaged: batches.flatMap(({ damaged }) => damaged),
  };
}

describe('a reader that has come to the end of a segment', () => {
  const [one, two, three] = [encodeFrame('a\nb', 0, 2), encodeFrame('c\nd', 2, 2), encodeFrame('e\nf', 4, 2)];
  const ALL = ['0 a', '1 b', '2 c', '3 d', '4 e', '5 f'];

  test('goes on with what comes after it', async () => {
    expect(await read([one, two], [one, two, three], [4, 6])).toEqual({ lines: ALL, damaged: [] });
  });

  test('does so where records before it were dropped from the file meanwhile', async () => {
    const dropped = encodeFrame('\n', 0, 2);
    expect(dropped.length).not.toBe(one.length);
    expect(await read([one, two], [dropped, two, three], [4, 6])).toEqual({ lines: ALL, damaged: [] });
  });

  test('tells what was damaged behind it once', async () => {
    const broken = Buffer.from(three);
    broken[broken.length - 1] = 0;
    const four = encodeFrame('g', 6, 1);
    const { lines, damaged } = await read([one, two], [one, two, broken, four], [4, 7]);
    expect(lines).toEqual([...ALL.slice(0, 4), '6 g']);
    expect(damaged).toMatchObject([{ first: 4, last: 5 }]);
  });
});
