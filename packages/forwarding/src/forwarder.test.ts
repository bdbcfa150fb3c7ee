import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Downstream, type ForwardedRecord, openEmbeddedLog, type Spool } from '@readout/event-log';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { Forwarder } from './forwarder.ts';

let folder: string;
let spool: Spool;
const open = () => openEmbeddedLog({ directory: folder, retention: { maxAgeMs: 3_600_000, maxBytes: 100_000_000 } });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-forwarder-'));
  spool = await open();
});
afterEach(async () => {
  await spool.close();
  await rm(folder, { recursive: true, force: true });
});

/** Takes what it is given, but for the first few calls, of which it takes a part and says that it did not. */
function downstream(failures: number) {
  const taken: ForwardedRecord[] = [];
  let calls = 0;
  const to: Downstream = {
    async forward(records) {
      calls++;
      if (calls <= failures) {
        taken.push(...records.slice(0, 3));
        throw new Error('the connection broke');
      }
      taken.push(...records);
    },
    ping: async () => undefined,
    close: async () => undefined,
  };
  return { to, taken };
}

const forwarderTo = (to: Downstream, registry = new Registry()) =>
  new Forwarder({
    spool,
    downstream: to,
    logger: pino({ level: 'silent' }),
    counters: Forwarder.counters(registry),
  });

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo()); await sleep(10)) {
    if (Date.now() > end) throw new Error('it did not come about');
  }
}

const line = (at: number) => `{"publication":7,"at":${at}}`;
const allSentOn = async () => (await spool.committed(0)) === (await spool.end(0));

describe('the forwarder', () => {
  test('sends everything on in order, each record with its origin, and again what was not acknowledged', async () => {
    await spool.appendAll(Array.from({ length: 1_200 }, (_, at) => line(at)));
    const { to, taken } = downstream(2);
    const registry = new Registry();
    const forwarder = forwarderTo(to, registry);
    forwarder.start((error) => {
      throw error;
    });
    await until(allSentOn);
    await forwarder.stop();
    const first = new Map(taken.map((record) => [record.origin.position, record]));
    expect([...first.keys()]).toEqual(Array.from({ length: 1_200 }, (_, at) => at));
    expect([...first.values()].every(({ origin, line: sent }) => sent === line(origin.position))).toBe(true);
    expect(new Set(taken.map(({ origin }) => origin.collector))).toEqual(new Set([spool.collector]));
    expect(await registry.metrics()).toContain('readout_forwarder_retries_total 2');
  });

  test('goes on after a restart where it was acknowledged', async () => {
    await spool.appendAll([line(0), line(1)]);
    const before = downstream(0);
    const one = forwarderTo(before.to);
    one.start(() => undefined);
    await until(allSentOn);
    await one.stop();
    await spool.close();
    spool = await open();
    await spool.append(line(2));
    const after = downstream(0);
    const two = forwarderTo(after.to);
    two.start(() => undefined);
    await until(allSentOn);
    await two.stop();
    expect(after.taken.map(({ origin }) => origin.position)).toEqual([2]);
  });

  test('stops in the middle of an outage, and loses nothing by it', async () => {
    await spool.append(line(0));
    const { to } = downstream(Number.POSITIVE_INFINITY);
    const forwarder = forwarderTo(to);
    forwarder.start(() => undefined);
    await sleep(50);
    await forwarder.stop();
    expect(await spool.committed(0)).toBe(0);
  });

  test('stops though a broker does not answer, by closing the way to it', async () => {
    await spool.append(line(0));
    let giveUp: (error: Error) => void = () => undefined;
    let closed = 0;
    const forwarder = forwarderTo({
      forward: () =>
        new Promise<void>((_, reject) => {
          giveUp = reject;
        }),
      ping: async () => undefined,
      close: async () => {
        closed++;
        giveUp(new Error('the connection was given up'));
      },
    });
    forwarder.start(() => undefined);
    await sleep(50);
    await forwarder.stop();
    expect(closed).toBe(1);
    expect(await spool.committed(0)).toBe(0);
  }, 15_000);
});
