import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ISSUE, LINK, NOW, SITE } from '../apps/collector/src/testing/collector-in-test.ts';
import { once } from './faults/audience.ts';
import { ClickHouseServer } from './faults/clickhouse-server.ts';
import { CollectingHere, WarehouseHere } from './faults/collecting-here.ts';
import { FaultyDisk } from './faults/faulty-disk.ts';
import {
  cutAfterCounting,
  cutBeforeCounting,
  diskFullAndReadOnly,
  flippedByte,
  Program,
  reached,
  suspended,
  tornLastWrite,
  warehouseAway,
} from './faults/program-faults.ts';
import { SmallDisk } from './faults/small-disk.ts';
import { eventually, temporaryFolder } from './running-readout.ts';

const HOUR_MS = 3_600_000;
const LIMIT_BYTES = 200_000;
const mounts = await SmallDisk.isPossible();

describe('the whole program', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let disk: SmallDisk | null = null;
  let program: Program;

  beforeAll(async () => {
    folder = await temporaryFolder();
    if (mounts) disk = await SmallDisk.mount(`${folder.path}/log`, 16);
    program = await Program.start(folder.path, 20_000);
  }, 120_000);
  afterAll(async () => {
    await program?.end('SIGKILL');
    await disk?.unmount();
    await folder.remove();
  }, 60_000);

  test('suspended for seconds under load, it goes on, and what it answered is counted once', async () => {
    await suspended(program, 3_000);
  }, 120_000);

  test('with a disk that is full, then read-only, pixels are refused, links lead on, and it goes on by itself', async () => {
    if (disk === null) {
      console.warn('NOT TRIED: a real full and read-only disk, because this machine does not let the tests mount one.');
      return;
    }
    await diskFullAndReadOnly(program, disk);
  }, 120_000);
});

describe('the whole program over a ClickHouse server', () => {
  const HITS = 20_000;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let clickhouse: ClickHouseServer;
  let program: Program;

  beforeAll(async () => {
    folder = await temporaryFolder();
    clickhouse = await ClickHouseServer.start(`${folder.path}/clickhouse`);
    program = await Program.start(`${folder.path}/data`, HITS, clickhouse.environment);
  }, 120_000);
  afterAll(async () => {
    await program?.end('SIGKILL');
    await clickhouse?.stop();
    await folder.remove();
  }, 60_000);

  test(`while it is away for ${HITS} hits all are answered; then all are counted, in order and once`, async () => {
    await warehouseAway(program, clickhouse, HITS);
  }, 120_000);

  test('killed in the middle of a write, it forgets the torn write and nothing that was answered', async () => {
    await tornLastWrite(program, clickhouse);
  }, 120_000);

  test('a flipped byte costs the frame that it is in, which is shown in quarantine', async () => {
    await flippedByte(program, clickhouse, 1_000);
  }, 120_000);

  test('a disk that loses what it said was written costs that and nothing before it', async () => {
    await cutBeforeCounting(program, clickhouse, 1_000);
  }, 120_000);

  test('nor anything after it: positions of what is counted are not given out again', async () => {
    await cutAfterCounting(program, 1_000);
  }, 120_000);
});

describe('collector, log and ingester', () => {
  let warehouse: WarehouseHere;
  let here: CollectingHere;

  beforeAll(async () => {
    warehouse = await WarehouseHere.open();
  }, 60_000);
  afterEach(() => here?.stop());
  afterAll(() => warehouse?.close());

  const limited = (whenFull: 'refuse' | 'drop') => ({
    log: { retention: { maxAgeMs: Number.MAX_SAFE_INTEGER, maxBytes: LIMIT_BYTES }, whenFull },
  });

  test('with the log full and `refuse`, pixels are refused and links lead on until it is read', async () => {
    here = await CollectingHere.start(warehouse, 20_000, limited('refuse'));
    const { audience, address, collector } = here;
    const { log } = collector;
    await audience.ask(address, { while: () => log.state().state === 'fine' });
    expect(log.state().state).toBe('filling');
    await audience.ask(address, { while: () => audience.refused < 100, redirects: 'unsure' });
    expect(log.state()).toMatchObject({ state: 'full', whenFull: 'refuse' });
    expect(await collector.metric('readout_spool_refused_records')).toBeGreaterThanOrEqual(100);
    expect((await once(address, `/o/${ISSUE}/nobody.gif`)).status).toBe(503);
    expect((await once(address, `/c/${LINK}/nobody`)).status).toBe(302);
    expect(await here.outcomes('clicked', 'unrecorded')).toBeGreaterThan(0);
    here.ingest();
    await eventually(
      async () => log.state().state,
      (state) => state === 'fine',
    );
    await here.settled();
    const refused = audience.refused;
    await audience.ask(address, { most: 300 });
    expect(audience.refused).toBe(refused);
    await audience.everythingIsCountedOnce(address, here.settled);
  }, 60_000);

  test('with the log full and `drop`, opens go before clicks before the rest, and all that is missing is counted', async () => {
    here = await CollectingHere.start(warehouse, 60_000, limited('drop'));
    const { audience, address, collector } = here;
    const { log } = collector;
    const dropped = () => log.state().dropped;
    const order: string[] = [];
    const goesOn = (kind: 'opened' | 'clicked') => () => {
      look();
      return dropped()[kind] === 0;
    };
    const look = () => {
      for (const kind of ['opened', 'clicked', 'other'] as const) {
        if (dropped()[kind] > 0 && !order.includes(kind)) order.push(kind);
      }
    };
    let viewed = 0;
    let refusedViews = 0;
    const view = async () => {
      const response = await collector.get('/b', {
        method: 'POST',
        headers: { origin: SITE, 'content-type': 'text/plain' },
        body: JSON.stringify({ v: 1, issue: ISSUE, events: [{ kind: 'viewed' }] }),
      });
      await response.arrayBuffer();
      if (response.ok) viewed++;
      else refusedViews++;
      look();
    };
    const load = { redirects: 'unsure' as const };
    await audience.ask(address, { ...load, while: goesOn('opened') });
    for (let at = 0; at < 6; at++) await Promise.all(Array.from({ length: 16 }, view));
    await audience.ask(address, { ...load, while: goesOn('clicked') });
    // Nothing is left of opens and clicks in what may be dropped once the rest has to go.
    while (dropped().other === 0) await Promise.all(Array.from({ length: 16 }, view));
    expect(order).toEqual(['opened', 'clicked', 'other']);
    expect(log.state().whenFull).toBe('drop');

    // Dropping goes on until a tenth is free.
    await eventually(
      async () => log.state().waitingBytes,
      (bytes) => bytes <= 0.9 * LIMIT_BYTES,
    );
    here.ingest();
    await eventually(
      async () => log.state().state,
      (state) => state === 'fine',
    );
    await audience.ask(address, { most: 300 });
    const counted = await here.settled();
    const { opened, clicked, other } = dropped();
    for (const [kind, count] of Object.entries({ opened, clicked, other })) {
      expect(await collector.metric('readout_spool_dropped_records', { class: kind })).toBe(count);
    }
    audience.nothingIsCountedTwice(counted, opened + clicked);
    // What was recorded is counted or was dropped, of each class.
    const recorded = (await here.outcomes('opened', 'recorded')) - opened;
    expect(counted.opens).toBeGreaterThanOrEqual(recorded);
    // On a busy machine some lose patience, are refused, and come into the log all the same.
    expect(counted.opens).toBeLessThanOrEqual(recorded + (await here.outcomes('opened', 'refused')));
    const followed = (await here.outcomes('clicked', 'recorded')) + (await here.outcomes('clicked', 'late')) - clicked;
    expect(counted.clicks).toBeGreaterThanOrEqual(followed);
    expect(counted.clicks).toBeLessThanOrEqual(followed + (await here.outcomes('clicked', 'unrecorded')));
    const countedViews = (await warehouse.eventsOf(here.issue)).get('viewed');
    expect(countedViews).toBeGreaterThanOrEqual(viewed - other);
    expect(countedViews).toBeLessThanOrEqual(viewed + refusedViews - other);
  }, 60_000);

  test.each(['ENOSPC', 'EROFS'] as const)(
    'a log that cannot be written (%s) refuses pixels, links lead on, and it goes on by itself',
    async (code) => {
      const disk = new FaultyDisk();
      here = await CollectingHere.start(warehouse, 5_000, { log: { openSegment: disk.openSegment } });
      const { audience, address } = here;
      here.ingest();
      for (let round = 0; round < 3; round++) {
        await audience.ask(address, { most: 300 });
        disk.failWith(code);
        const { refused } = audience;
        await audience.ask(address, { most: 100, redirects: 'unsure' });
        expect(audience.refused - refused).toBe(75);
        disk.failWith(null);
      }
      await audience.ask(address, { most: 300 });
      const late = await here.outcomes('clicked', 'late');
      expect((await here.outcomes('clicked', 'unrecorded')) + late).toBeGreaterThanOrEqual(75);
      await audience.everythingIsCountedOnce(address, here.settled);
    },
    60_000,
  );

  test('with a disk that hangs, links lead on after a second, pixels wait for it, and nothing is lost or doubled', async () => {
    const disk = new FaultyDisk();
    here = await CollectingHere.start(warehouse, 5_000, { log: { openSegment: disk.openSegment } });
    const { audience, address } = here;
    here.ingest();
    await audience.ask(address, { most: 200 });
    const { kept } = audience;
    const late = await here.outcomes('clicked', 'late');
    disk.hang();
    const asking = audience.ask(address, { most: 80, callers: 80 });
    const { status, took } = await once(address, `/c/${LINK}/nobody`);
    expect(status).toBe(302);
    expect(took).toBeGreaterThan(900);
    // The twenty links of the audience; the pixels' sixty still wait.
    await reached(() => audience.kept === kept + 20);
    expect(await here.outcomes('clicked', 'late')).toBe(late + 21);
    expect(await here.outcomes('opened', 'recorded')).toBe(150);
    disk.letGo();
    await asking;
    expect(audience.refused).toBe(0);
    await audience.ask(address, { most: 200 });
    await audience.everythingIsCountedOnce(address, here.settled);
  }, 60_000);

  test('with the clock set back an hour, nothing is lost or doubled, and a visitor stays the same', async () => {
    let now = NOW;
    here = await CollectingHere.start(warehouse, 5_000, {
      log: { now: () => now, retention: { maxAgeMs: 60_000, maxBytes: 1e9 }, segmentBytes: 50_000 },
    });
    const { audience, address, collector } = here;
    here.ingest();
    const setTo = (time: number) => {
      now = time;
      collector.now = time;
    };
    const visit = () => collector.get(`/o/${ISSUE}/nobody.gif`, { headers: { 'sec-gpc': '1', 'user-agent': 'Ours' } });
    await audience.ask(address, { most: 300 });
    await visit();
    setTo(NOW - HOUR_MS);
    await audience.ask(address, { most: 300 });
    await visit();
    expect(collector.log.state().waitingSince ?? 0).toBeLessThanOrEqual(NOW);
    const visitors = async () => (await collector.recorded()).flatMap(({ visitor }) => visitor ?? []);
    // Looked at before the clock jumps on: then retention may remove what has been counted.
    const before = await visitors();
    expect(before).toHaveLength(2);
    const until = NOW + 60_000;
    setTo(until);
    await audience.ask(address, { most: 300 });
    await visit();
    const after = await visitors();
    expect(after.length).toBeGreaterThanOrEqual(1);
    expect(new Set([...before, ...after]).size).toBe(1);
    const counted = await audience.everythingIsCountedOnce(address, here.settled);
    expect(counted.readers).toBe(900);
    const { activity } = await here.report();
    expect(activity.map(({ opens, clicks }) => opens + clicks).reduce((sum, one) => sum + one, 0)).toBe(900);
    expect(
      activity.filter(({ start }) => start < NOW - HOUR_MS / 2).map(({ opens, clicks }) => opens + clicks),
    ).toEqual([300]);
  }, 60_000);
});
