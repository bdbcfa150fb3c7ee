// Faults of the whole program in a process of its own. Each leaves it running and throws where a promise is broken:
// answered is counted, and nothing is counted twice.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { collectionState } from '@readout/api-contract';
import { HEADER_BYTES } from '../../packages/event-log/src/embedded/frame.ts';
import { openServerEngine } from '../../packages/warehouse/src/engine/server-engine.ts';
import { eventually, RunningReadout } from '../running-readout.ts';
import { once } from './audience.ts';
import type { ClickHouseServer } from './clickhouse-server.ts';
import { cutLastFrame, dealtWith, flipByte, framesOf, tearLastWrite } from './log-files.ts';
import { Newsletter, quarantined } from './newsletter.ts';
import type { SmallDisk } from './small-disk.ts';

const FULL_WITHIN_MS = 120_000;
/** As much of a client's name as is kept, so that the log fills with few hits. */
const LONG_AGENT = `Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 ${'x'.repeat(440)}`;

/** The program on one data folder, over its restarts. */
export class Program {
  readonly folder: string;
  readonly newsletter: Newsletter;
  readonly #environment: Readonly<Record<string, string>>;
  #running: RunningReadout;

  private constructor(folder: string, environment: Program['environment'], running: RunningReadout, to: Newsletter) {
    this.folder = folder;
    this.#environment = environment;
    this.#running = running;
    this.newsletter = to;
  }

  /** @param readers of the newsletter, each of whom an issue may ask once. */
  static async start(folder: string, readers: number, environment: Readonly<Record<string, string>> = {}) {
    const running = await RunningReadout.start(folder, 0, [], environment);
    return new Program(folder, environment, running, await Newsletter.with(readers, running));
  }

  get environment(): Readonly<Record<string, string>> {
    return this.#environment;
  }
  get running(): RunningReadout {
    return this.#running;
  }
  get address(): string {
    return this.#running.address;
  }
  get logFolder(): string {
    return join(this.folder, 'log');
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await this.#running.kill(signal);
  }
  /** After `end`. */
  async startAgain(more: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#running = await RunningReadout.start(this.folder, 0, [], { ...this.#environment, ...more });
  }

  async newIssue() {
    const { id, audience } = await this.newsletter.newIssue(this.#running);
    return { id, audience, settled: () => this.newsletter.settled(this.#running, id) };
  }

  collection() {
    return this.#running.call(collectionState, '/collection');
  }
}

export interface Outcome {
  readonly asked: number;
  /** Answered so that it had to be counted. */
  readonly answered: number;
  readonly counted: number;
  readonly note: string;
}

/** SIGSTOP of the whole program under load, as when a machine is suspended; then SIGCONT. */
export async function suspended(program: Program, forMs: number): Promise<Outcome> {
  const { audience, settled } = await program.newIssue();
  let enough = Number.POSITIVE_INFINITY;
  const asking = audience.ask(program.address, { while: () => audience.kept < enough });
  await reached(() => audience.kept >= 500);
  process.kill(program.running.pid, 'SIGSTOP');
  await sleep(forMs);
  const then = audience.kept;
  enough = then + 500;
  process.kill(program.running.pid, 'SIGCONT');
  await asking;
  assert.ok(audience.slowest >= forMs * 0.9, 'somebody waited as long as the program stood still');
  const { unsure } = audience;
  const counted = await audience.everythingIsCountedOnce(program.address, settled);
  return {
    asked: audience.asked,
    answered: audience.kept,
    counted: counted.readers,
    note: `${then} before, ${unsure} asked again`,
  };
}

/** ClickHouse is killed, hits come in, it is started again. */
export async function warehouseAway(program: Program, clickhouse: ClickHouseServer, hits: number): Promise<Outcome> {
  const { audience, settled } = await program.newIssue();
  await settled();
  await clickhouse.goAway();
  await audience.ask(program.address, { most: hits });
  assert.deepEqual({ asked: audience.asked, kept: audience.kept }, { asked: hits, kept: hits });
  assert.ok((await program.collection()).spool.waitingRecords >= hits);
  const back = performance.now();
  await clickhouse.comeBack();
  const inOrder = await comesInOrder(clickhouse, settled);
  const counted = await audience.everythingIsCountedOnce(program.address, settled);
  const seconds = ((performance.now() - back) / 1000).toFixed(1);
  return {
    asked: hits,
    answered: audience.kept,
    counted: counted.readers,
    note: `slowest answer ${audience.slowest.toFixed(0)} ms; caught up in ${seconds} s, ${inOrder} looks in between`,
  };
}

/** Whenever one looks, what is in the warehouse is the log's beginning without a gap. */
async function comesInOrder(clickhouse: ClickHouseServer, settled: () => Promise<unknown>): Promise<number> {
  const engine = await openServerEngine(clickhouse.config);
  let done = false;
  const settling = settled().finally(() => {
    done = true;
  });
  settling.catch(() => undefined);
  let looks = 0;
  try {
    for (; looks === 0 || !done; looks++) {
      const sql = 'SELECT count() AS count, max(position) + 1 AS end FROM events';
      const [{ count, end } = { count: 0, end: 0 }] = await engine.rows<{ count: number; end: number }>(sql);
      assert.equal(count, end);
      await sleep(50);
    }
    await settling;
  } finally {
    await engine.close();
  }
  return looks;
}

/** Hits wait; the program is stopped and a byte of one frame flipped. */
export async function flippedByte(program: Program, clickhouse: ClickHouseServer, hits: number): Promise<Outcome> {
  const { audience, settled } = await program.newIssue();
  await settled();
  const { total: before } = await quarantined(program.running);
  const frame = await waitingInTheLog(program, clickhouse, async () => {
    await audience.ask(program.address, { most: hits });
    await program.end('SIGTERM');
    const committed = await dealtWith(program.logFolder);
    const waiting = (await framesOf(program.logFolder)).filter(({ first }) => first >= committed);
    const chosen = waiting[waiting.length >> 1];
    if (chosen === undefined) throw new Error('nothing waits');
    await flipByte(chosen);
    return chosen;
  });
  const counted = await settled();
  audience.nothingIsCountedTwice(counted, frame.records);
  assert.equal(counted.readers, hits - frame.records);
  const last = frame.first + frame.records - 1;
  const { total, items } = await quarantined(program.running);
  assert.equal(total, before + 1);
  assert.equal(items[0]?.position, last);
  assert.ok(items[0]?.reason.includes(`records ${frame.first} to ${last} are lost: damaged on disk`), items[0]?.reason);
  return {
    asked: hits,
    answered: hits,
    counted: counted.readers,
    note: `${frame.records} in the damaged frame, in quarantine`,
  };
}

/** kill -9 under load, and the write that was under way left its beginning behind. */
export async function tornLastWrite(program: Program, clickhouse: ClickHouseServer): Promise<Outcome> {
  const { audience, settled } = await program.newIssue();
  await settled();
  const { total: before } = await quarantined(program.running);
  await waitingInTheLog(program, clickhouse, async () => {
    const asking = audience.ask(program.address, { redirects: 'kept in time' });
    await reached(() => audience.kept >= 500);
    await program.end('SIGKILL');
    await asking;
    await tearLastWrite(program.logFolder);
  });
  const { unsure } = audience;
  const counted = await audience.everythingIsCountedOnce(program.address, settled);
  assert.equal((await quarantined(program.running)).total, before);
  return {
    asked: audience.asked,
    answered: audience.kept,
    counted: counted.readers,
    note: `${unsure} without an answer, asked again`,
  };
}

/** A disk that said "on disk" and did not mean it: the last answered frame is cut, before it was counted. */
export async function cutBeforeCounting(
  program: Program,
  clickhouse: ClickHouseServer,
  hits: number,
): Promise<Outcome> {
  const { audience, settled } = await program.newIssue();
  await settled();
  const frame = await waitingInTheLog(program, clickhouse, async () => {
    await audience.ask(program.address, { most: hits });
    await program.end('SIGKILL');
    return cutLastFrame(program.logFolder);
  });
  const counted = await settled();
  audience.nothingIsCountedTwice(counted, frame.records);
  assert.equal(counted.readers, hits - frame.records);
  return {
    asked: hits,
    answered: hits,
    counted: counted.readers,
    note: `${frame.records} in the frame that the disk lost`,
  };
}

/**
 * The same after it was counted. Its positions must not be given to what comes next, which would be taken for a
 * repeat of what is counted already.
 */
export async function cutAfterCounting(program: Program, hits: number): Promise<Outcome> {
  const { audience, settled } = await program.newIssue();
  await audience.ask(program.address, { most: hits });
  await settled();
  await program.end('SIGTERM');
  // In its header: whatever is left of it does not even say which positions it had.
  const { records } = await cutLastFrame(program.logFolder, HEADER_BYTES - 1);
  await program.startAgain();
  await audience.ask(program.address, { most: hits });
  const counted = await audience.everythingIsCountedOnce(program.address, settled);
  return { asked: audience.asked, answered: audience.kept, counted: counted.readers, note: `${records} records cut` };
}

/** Runs what it is given, which ends the program, while nothing gets counted; then starts all of it again. */
async function waitingInTheLog<T>(program: Program, clickhouse: ClickHouseServer, doing: () => Promise<T>): Promise<T> {
  clickhouse.refuse();
  const result = await doing();
  clickhouse.accept();
  await program.startAgain();
  return result;
}

/** The log's disk is full for a while, then read-only for a while, while readers ask. */
export async function diskFullAndReadOnly(program: Program, disk: SmallDisk): Promise<Outcome> {
  const { audience, settled } = await program.newIssue();
  const { address } = program;
  const pixel = async () => (await once(address, '/o/222222222222/nobody.gif')).status;
  const fill = () =>
    eventually(async () => {
      await disk.fill();
      const { refused } = audience;
      const untilRefused = () => audience.refused === refused;
      // There may be room left within the log's own file; what it leaves of that is free afterwards.
      await audience.ask(address, { while: untilRefused, redirects: 'unsure', agent: LONG_AGENT });
      return (await disk.fill()) === 0 && (await pixel()) === 503 && (await disk.fill()) === 0;
    }, Boolean);
  const faults = {
    full: { begin: fill, end: () => disk.makeRoom() },
    // A file system becomes read-only where nothing is open for writing, and after a failed write nothing is.
    readOnly: {
      begin: async () => {
        await fill();
        await disk.makeRoom();
        await disk.remount('ro');
      },
      end: () => disk.remount('rw'),
    },
  };
  await audience.ask(address, { most: 1_000 });
  for (const { begin, end } of Object.values(faults)) {
    await begin();
    assert.equal(await pixel(), 503);
    const { refused } = audience;
    await audience.ask(address, { most: 400, redirects: 'unsure' });
    // Three of four ask for the pixel.
    assert.equal(audience.refused - refused, 300);
    await end();
    await eventually(pixel, (status) => status === 200);
    const kept = audience.kept;
    await audience.ask(address, { most: 1_000 });
    assert.equal(audience.kept - kept, 1_000);
  }
  const { unsure, refused } = audience;
  const counted = await audience.everythingIsCountedOnce(address, settled);
  return {
    asked: audience.asked,
    answered: audience.kept,
    counted: counted.readers,
    note: `${refused} refused, ${unsure - refused} redirected, perhaps uncounted; all asked again`,
  };
}

/** What is behind the log is away until it is full (its limit is the smallest there is), with either choice. */
export async function spoolFilled(
  program: Program,
  clickhouse: ClickHouseServer,
  whenFull: 'refuse' | 'drop',
): Promise<Outcome> {
  await program.end('SIGTERM');
  await program.startAgain({ READOUT_LOG_MAX_MB: '64', READOUT_LOG_WHEN_FULL: whenFull });
  const { audience, settled } = await program.newIssue();
  const droppedBefore = (await program.collection()).spool.dropped;
  await settled();
  await clickhouse.goAway();
  let state = 'fine';
  let enough = false;
  const states = new Set<string>();
  const watching = eventually(
    async () => {
      const { spool } = await program.collection();
      state = spool.state;
      states.add(state);
      return spool;
    },
    ({ dropped }) => (whenFull === 'drop' ? dropped.opened > droppedBefore.opened + 10_000 : audience.refused > 500),
    FULL_WITHIN_MS,
  ).finally(() => {
    enough = true;
  });
  watching.catch(() => undefined);
  // Links lead on uncounted where the log is full, which nobody can see from outside.
  const load = { agent: LONG_AGENT, redirects: 'unsure' as const, while: () => !enough };
  await audience.ask(program.address, load);
  await watching;
  assert.ok(states.has('filling') && states.has('full'), [...states].join());
  assert.equal((await once(program.address, '/healthz')).status, 200);
  await clickhouse.comeBack();
  await eventually(
    () => program.collection(),
    ({ spool }) => spool.state === 'fine',
    FULL_WITHIN_MS,
  );
  await audience.ask(program.address, { most: 1_000 });
  const { dropped } = (await program.collection()).spool;
  const { unsure, refused } = audience;
  const lost = dropped.opened + dropped.clicked - droppedBefore.opened - droppedBefore.clicked;
  const counted = await settled();
  audience.nothingIsCountedTwice(counted, lost);
  if (whenFull === 'refuse') await audience.everythingIsCountedOnce(program.address, settled);
  const opens = dropped.opened - droppedBefore.opened;
  return {
    asked: audience.asked,
    answered: audience.kept,
    counted: counted.readers,
    note: `${refused} refused, ${opens} opens and ${lost - opens} clicks dropped, ${unsure} unsure`,
  };
}

/** Looks often: what is waited for passes quickly. */
export async function reached(holds: () => boolean): Promise<void> {
  const until = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > until) throw new Error('not reached within a minute');
    await sleep(5);
  }
}
