import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MAX_RECORD_BYTES } from '@readout/events';
import {
  type DamagedStretch,
  DROPPABLE,
  type EventLog,
  InvalidLineError,
  LogFullError,
  LogUnavailableError,
} from '../event-log.ts';
import { type EmbeddedLogOptions, openEmbeddedLog } from './embedded-log.ts';
import { HEADER_BYTES } from './frame.ts';
import { openOnDisk } from './segment-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const KEEP = { maxAgeMs: Number.MAX_SAFE_INTEGER, maxBytes: Number.MAX_SAFE_INTEGER };
const open = (more: Partial<EmbeddedLogOptions> = {}) =>
  openEmbeddedLog({ directory: folder, retention: KEEP, ...more });
const numbered = (from: number, count: number) => Array.from({ length: count }, (_, at) => `line ${from + at}`);

/** Everything from a position to the present end. */
async function readAll(log: EventLog, from = 0, maxRecords = 1_000) {
  const lines: string[] = [];
  const positions: number[] = [];
  const damaged: DamagedStretch[] = [];
  const end = await log.end(0);
  const stop = new AbortController();
  if (end > from) {
    for await (const batch of log.read({ partition: 0, from, maxRecords, signal: stop.signal })) {
      expect(batch.records.length).toBeLessThanOrEqual(maxRecords);
      expect(batch.records.length + batch.damaged.length).toBeGreaterThan(0);
      for (const { origin, line } of batch.records) {
        positions.push(origin.position);
        lines.push(line);
      }
      damaged.push(...batch.damaged);
      if (batch.next >= end) break;
    }
  }
  return { lines, positions, damaged };
}

async function onlySegment(): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? '');
}

describe('the embedded log', () => {
  test('gives back what was appended, in order, from any position, over a restart', async () => {
    let log = await open();
    await Promise.all(numbered(0, 500).map((line) => log.append(line)));
    await log.appendAll(numbered(500, 500));
    await log.append('one more');
    await log.append('ünï © 漢字 \u2028 "quoted"');
    await log.close();
    log = await open();
    expect(await log.end(0)).toBe(1_002);
    const { lines, positions, damaged } = await readAll(log, 0, 17);
    expect(lines).toEqual([...numbered(0, 1000), 'one more', 'ünï © 漢字 \u2028 "quoted"']);
    expect(positions).toEqual(lines.map((_, at) => at));
    expect(damaged).toEqual([]);
    expect((await readAll(log, 777)).lines[0]).toBe('line 777');
    await log.close();
  });

  test('refuses a line with a line break, an empty one and one too long, and takes the longest', async () => {
    const log = await open();
    await expect(log.append('a\nb')).rejects.toBeInstanceOf(InvalidLineError);
    await expect(log.append('')).rejects.toBeInstanceOf(InvalidLineError);
    await expect(log.append('ü'.repeat(MAX_RECORD_BYTES / 2 + 1))).rejects.toBeInstanceOf(InvalidLineError);
    await expect(log.appendAll(['fine', 'a\nb'])).rejects.toBeInstanceOf(InvalidLineError);
    await log.append('ü'.repeat(MAX_RECORD_BYTES / 2));
    expect(await log.end(0)).toBe(1);
    await log.close();
  });

  test('a reader at the end waits, and is woken by what comes; stopping it ends it', async () => {
    const log = await open();
    const stop = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { records } of log.read({ partition: 0, from: 0, maxRecords: 10, signal: stop.signal })) {
        seen.push(...records.map(({ line }) => line));
        if (seen.includes('last')) stop.abort();
      }
    })();
    for (const line of ['first', 'second', 'last']) {
      await sleep(10);
      await log.append(line);
    }
    await reading;
    expect(seen).toEqual(['first', 'second', 'last']);
    const idle = new AbortController();
    const waiting = log
      .read({ partition: 0, from: 3, maxRecords: 10, signal: idle.signal })
      [Symbol.asyncIterator]()
      .next();
    idle.abort();
    expect(await waiting).toMatchObject({ done: true });
    await log.close();
  });

  test('readers keep up with a writer over many segments', async () => {
    const log = await open({ segmentBytes: 2_000 });
    const stop = new AbortController();
    const reader = async () => {
      const seen: string[] = [];
      for await (const { records, damaged } of log.read({
        partition: 0,
        from: 0,
        maxRecords: 7,
        signal: stop.signal,
      })) {
        expect(damaged).toEqual([]);
        seen.push(...records.map(({ line }) => line));
        if (seen.length >= 3_000) break;
      }
      return seen;
    };
    const readers = [reader(), reader()];
    for (let at = 0; at < 3_000; at += 30) await log.appendAll(numbered(at, 30));
    expect(await Promise.all(readers)).toEqual([numbered(0, 3_000), numbered(0, 3_000)]);
    await log.close();
    const again = await open({ segmentBytes: 2_000 });
    expect((await readAll(again)).lines).toEqual(numbered(0, 3_000));
    expect((await readAll(again, 1_234, 3)).lines).toEqual(numbered(1_234, 3_000 - 1_234));
    await again.close();
  });

  test('cut off at any byte, it opens with exactly the frames that are whole, and goes on', async () => {
    const log = await open();
    for (let at = 0; at < 5; at++) await log.appendAll(numbered(at * 2, 2));
    await log.close();
    const segment = await onlySegment();
    const whole = await readFile(segment);
    const frame = HEADER_BYTES + 'line 0\nline 1'.length;
    expect(whole.length).toBe(5 * frame);
    for (let size = 0; size <= whole.length; size++) {
      await writeFile(segment, whole);
      await truncate(segment, size);
      const cut = await open();
      const kept = Math.floor(size / frame) * 2;
      // The positions of a frame whose header is there are not given out again.
      const passed = size % frame >= HEADER_BYTES ? 2 : 0;
      expect(await cut.end(0)).toBe(kept + passed);
      await cut.append('after');
      const { lines, damaged } = await readAll(cut);
      expect(lines).toEqual([...numbered(0, kept), 'after']);
      expect(damaged).toEqual([]);
      await cut.close();
    }
  }, 60_000);

  test('zeros that were written ahead are nothing, and an unfinished frame within them is cut off', async () => {
    const problems: string[] = [];
    const openLarge = () => open({ segmentBytes: 64 * 1_048_576, onProblem: (problem) => problems.push(problem) });
    let log = await openLarge();
    await log.appendAll(numbered(0, 3));
    // The zeros come after the first record; a copy made before closing is what a kill leaves.
    const segment = await onlySegment();
    for (let tries = 0; (await stat(segment)).size < 1_000_000 && tries < 500; tries++) await sleep(10);
    await log.appendAll(numbered(3, 3));
    const left = await readFile(segment);
    await log.close();
    expect(left.length).toBeGreaterThan(1_000_000);
    expect((await stat(segment)).size).toBeLessThan(1_000);

    await writeFile(segment, left);
    log = await openLarge();
    expect(await log.end(0)).toBe(6);
    expect(problems).toEqual([]);
    await log.append('line 6');
    expect((await readAll(log)).lines).toEqual(numbered(0, 7));
    await log.close();

    // Cut short: the end of the second frame never came.
    const end = left.findLastIndex((byte) => byte !== 0) + 1;
    left.fill(0, end - 5, end);
    await writeFile(segment, left);
    log = await openLarge();
    expect(problems).toHaveLength(1);
    await log.append('after');
    const { lines, positions, damaged } = await readAll(log);
    expect(lines).toEqual([...numbered(0, 3), 'after']);
    expect(positions).toEqual([0, 1, 2, 6]);
    expect(damaged).toEqual([]);
    await log.close();
  });

  test('with any byte flipped, all other frames are read, the lost one is named, and no position is used twice', async () => {
    const log = await open();
    for (let at = 0; at < 4; at++) await log.appendAll(numbered(at * 2, 2));
    await log.close();
    const segment = await onlySegment();
    const whole = await readFile(segment);
    const frame = whole.length / 4;
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8((flipped[at] ?? 0) ^ 0x10, at);
      await writeFile(segment, flipped);
      const hurt = Math.floor(at / frame);
      const opened = await open();
      await opened.append('after');
      const { lines, positions, damaged } = await readAll(opened);
      const others = numbered(0, 8).filter((_, line) => Math.floor(line / 2) !== hurt);
      expect(lines).toEqual([...others, 'after']);
      expect(new Set(positions).size).toBe(positions.length);
      const lastHeader = hurt === 3 && at - hurt * frame < HEADER_BYTES;
      // A last frame whose header is gone cannot be told from a write that never finished.
      if (!lastHeader) expect(damaged).toMatchObject([{ first: hurt * 2, last: hurt * 2 + 1 }]);
      await opened.close();
    }
  }, 60_000);

  test('an older segment that lost its end says which positions are missing', async () => {
    const log = await open({ segmentBytes: 1 });
    for (let at = 0; at < 3; at++) await log.appendAll(numbered(at * 2, 2));
    await log.close();
    const [first] = (await readdir(folder)).filter((name) => name.endsWith('.log')).sort();
    await truncate(join(folder, first ?? ''), 0);
    const again = await open({ segmentBytes: 1 });
    const { lines, damaged } = await readAll(again);
    expect(lines).toEqual(numbered(2, 4));
    expect(damaged).toMatchObject([{ first: 0, last: 1 }]);
    await again.close();
  });

  test('remembers what was committed over a restart, and starts at the oldest where that is unreadable', async () => {
    let log = await open();
    await log.appendAll(numbered(0, 10));
    expect(await log.committed(0)).toBe(0);
    await log.commit(0, 7);
    await log.close();
    log = await open();
    expect(await log.committed(0)).toBe(7);
    await log.close();
    await writeFile(join(folder, 'committed.json'), '{"next":');
    log = await open();
    expect(await log.committed(0)).toBe(0);
    await log.close();
  });

  test('retention removes old segments that have been dealt with, and no others', async () => {
    let now = Date.now();
    const options = {
      segmentBytes: 1,
      retention: { maxAgeMs: 60_000, maxBytes: Number.MAX_SAFE_INTEGER },
      now: () => now,
    };
    const log = await open(options);
    for (let at = 0; at < 6; at++) await log.append(`line ${at}`);
    now += 3_600_000;
    await log.commit(0, 3);
    await log.close();
    const again = await open(options);
    const { lines, damaged } = await readAll(again);
    expect(lines).toEqual(numbered(3, 3));
    expect(damaged).toMatchObject([{ first: 0, last: 2 }]);
    expect(damaged[0]?.reason).toContain('expired');
    await again.close();
  });

  test('retention by size keeps the newest', async () => {
    let now = Date.now();
    const log = await open({
      segmentBytes: 1,
      retention: { maxAgeMs: Number.MAX_SAFE_INTEGER, maxBytes: 100 },
      now: () => now,
    });
    for (let at = 0; at < 20; at++) {
      await log.append(`line ${at}`);
      await log.commit(0, at + 1);
    }
    now += 120_000;
    await log.commit(0, 20);
    await log.close();
    const left = (await readdir(folder)).filter((name) => name.endsWith('.log'));
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(5);
  });

  test('a disk fault refuses what it hit, and nothing else; when it clears, writing goes on without a restart', async () => {
    for (const fault of ['write', 'half-write', 'sync'] as const) {
      const directory = join(folder, fault);
      let broken = false;
      const log = await openEmbeddedLog({
        directory,
        retention: KEEP,
        openSegment: async (place, first) => {
          const file = await openOnDisk(place, first);
          const enospc = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
          return {
            ...file,
            write: async (bytes, at) => {
              if (broken && fault === 'half-write') await file.write(bytes.subarray(0, bytes.length >> 1), at);
              if (broken && fault === 'sync') await file.write(bytes, at);
              if (broken) throw enospc();
              await file.write(bytes, at);
            },
          };
        },
      });
      await log.append('before');
      broken = true;
      const refusals = await Promise.allSettled([log.append('lost 1'), log.append('lost 2')]);
      for (const refusal of refusals) {
        expect(refusal.status).toBe('rejected');
        if (refusal.status === 'rejected') {
          expect(refusal.reason).toBeInstanceOf(LogUnavailableError);
          expect(String(refusal.reason)).toContain('make room');
        }
      }
      broken = false;
      await log.append('after');
      expect((await readAll(log)).lines).toEqual(['before', 'after']);
      await log.close();
      const again = await openEmbeddedLog({ directory, retention: KEEP });
      const { lines, damaged } = await readAll(again);
      expect(lines).toEqual(['before', 'after']);
      expect(damaged).toEqual([]);
      await again.close();
    }
  });

  test('has a number of its own that stays, and will not go on with records whose number is lost', async () => {
    const log = await open();
    await log.append('a');
    await log.close();
    const again = await open();
    expect(again.collector).toBe(log.collector);
    await again.close();
    await rm(join(folder, 'collector'));
    await expect(open()).rejects.toThrow('lost the file "collector"');
    const other = await openEmbeddedLog({ directory: join(folder, 'other'), retention: KEEP });
    expect(other.collector).not.toBe(log.collector);
    await other.close();
  });

  describe('when as much waits as its limit allows', () => {
    const MAX = 40_000;
    const limited = (more: Partial<EmbeddedLogOptions> = {}) =>
      open({ retention: { maxAgeMs: Number.MAX_SAFE_INTEGER, maxBytes: MAX }, ...more });
    const KINDS = ['opened', 'clicked', 'other', 'kept'] as const;
    const classOf = (line: string) => {
      const kind = DROPPABLE.find((one) => line.startsWith(one));
      return kind ?? null;
    };
    const line = (at: number) => `${KINDS[at % KINDS.length]} ${at} `.padEnd(100, '.');

    test('it warns, then refuses, says so, and takes records again once some were read', async () => {
      const log = await limited();
      const seen = new Set<string>();
      let taken = 0;
      for (; taken < 1_000; taken++) {
        seen.add(log.state().state);
        try {
          await log.append(line(taken));
        } catch (error) {
          expect(error).toMatchObject({ code: 'LOG_FULL' });
          break;
        }
      }
      expect([...seen]).toEqual(['fine', 'filling', 'full']);
      expect(log.state()).toMatchObject({ refused: 1, waitingRecords: taken, state: 'full', whenFull: 'refuse' });
      expect(log.state().waitingBytes).toBeLessThan(MAX + 200);
      await expect(log.appendAll([line(0), line(1)])).rejects.toBeInstanceOf(LogFullError);
      expect((await readAll(log)).lines).toHaveLength(taken);
      await log.commit(0, taken >> 1);
      expect(log.state()).toMatchObject({ refused: 3, state: 'fine' });
      await log.append('again');
      await log.close();
    });

    test('or it drops opens before clicks before the rest, of each the oldest, and counts them', async () => {
      let log = await limited({ whenFull: 'drop', classOf });
      let taken = 0;
      const left = async () => {
        // Closing waits for what is being dropped.
        await log.close();
        log = await limited({ whenFull: 'drop', classOf });
        const { lines, positions, damaged } = await readAll(log);
        expect(damaged).toEqual([]);
        // Whatever was dropped, the others stand at their own positions.
        for (const [at, one] of lines.entries()) expect(one).toBe(line(positions[at] ?? -1));
        return KINDS.map((kind) => positions.filter((position) => KINDS[position % KINDS.length] === kind));
      };
      const fill = async (until: () => boolean) => {
        for (let tries = 0; !until() && tries < 20_000; tries++) {
          await log.append(line(taken)).then(
            () => taken++,
            () => sleep(1),
          );
        }
        expect(until()).toBe(true);
      };

      await fill(() => log.state().dropped.opened > 0);
      let [opened = [], clicked = [], other = [], kept = []] = await left();
      expect(opened.length).toBe(Math.ceil(taken / 4) - log.state().dropped.opened);
      expect(Math.min(...opened)).toBeGreaterThan(Math.min(...clicked));
      expect(log.state().dropped).toMatchObject({ clicked: 0, other: 0 });

      await fill(() => log.state().dropped.clicked > 0);
      [opened = [], clicked = [], other = [], kept = []] = await left();
      expect(log.state().dropped.other).toBe(0);
      expect(other.length).toBe(Math.floor((taken + 1) / 4));
      expect(Math.min(...clicked)).toBeGreaterThan(Math.min(...other));

      await fill(() => log.state().dropped.other > 0 && log.state().refused > 0);
      [opened = [], clicked = [], other = [], kept = []] = await left();
      expect(kept.length).toBe(Math.floor(taken / 4));
      const { dropped } = log.state();
      expect(dropped.opened + dropped.clicked + dropped.other + opened.length + clicked.length + other.length).toBe(
        taken - kept.length,
      );
      await log.close();
    }, 60_000);

    test('what has been read goes first, long before anything is refused', async () => {
      const log = await limited();
      for (let at = 0; at < 2_000; at++) {
        await log.append(line(at));
        await log.commit(0, at + 1);
      }
      expect(log.state()).toMatchObject({ refused: 0, waitingBytes: 0, waitingSince: null, state: 'fine' });
      await log.close();
      const bytes = await Promise.all(
        (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
      );
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(2 * MAX);
    });
  });

  test('says since when its oldest record waits', async () => {
    let now = 1_780_000_000_000;
    const log = await open({ now: () => now });
    expect(log.state().waitingSince).toBeNull();
    await log.append('a');
    now += 60_000;
    await log.append('b');
    expect(log.state()).toMatchObject({ waitingRecords: 2, waitingSince: now - 60_000 });
    await log.commit(0, 1);
    expect(log.state()).toMatchObject({ waitingRecords: 1, waitingSince: now });
    await log.commit(0, 2);
    expect(log.state().waitingSince).toBeNull();
    now += 3_600_000;
    await log.append('c');
    expect(log.state().waitingSince).toBe(now);
    // Clocks are set back now and then; the log goes on.
    now -= 7_200_000;
    await log.append('d');
    expect((await readAll(log)).lines).toEqual(['a', 'b', 'c', 'd']);
    await log.close();
  });

  test('after closing, appends are refused', async () => {
    const log = await open();
    await log.append('a');
    await log.close();
    await expect(log.append('b')).rejects.toBeInstanceOf(LogUnavailableError);
  });

  test('kill -9 at any moment: every acknowledged record is there, once', async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', join(import.meta.dirname, '../testing/append-until-killed.ts'), folder, `${round}`],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { PATH: process.env.PATH },
        },
      );
      let rest = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) acknowledged.add(line);
      });
      await once(child.stdout, 'data');
      await sleep(Math.random() * 120);
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    expect(acknowledged.size).toBeGreaterThan(1_000);
    const log = await open({ segmentBytes: 100_000 });
    const { lines, damaged } = await readAll(log);
    expect(damaged).toEqual([]);
    const found = new Set(lines);
    expect(found.size).toBe(lines.length);
    expect([...acknowledged].filter((line) => !found.has(line))).toEqual([]);
    await log.close();
  }, 120_000);
});
