import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Catalog, type IssueWithStructure, openCatalog } from '@readout/catalog';
import { type PostgresServer, startPostgres } from '../packages/catalog/src/testing/postgres-server.ts';
import { startKafka, type TestKafka } from '../packages/event-log/src/testing/kafka-broker.ts';
import { readTopic } from '../packages/event-log/src/testing/kafka-topic.ts';
import { RunningCollector } from './running-collector.ts';
import { eventually, temporaryFolder } from './running-readout.ts';

const TOPIC = 'collector-alone';
const CALLERS = 16;

describe('the collector by itself', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let postgres: PostgresServer;
  let databaseUrl: string;
  let kafka: TestKafka;
  let catalog: Catalog;
  let issue: IssueWithStructure;
  const tokens = new Set<string>();
  let sent = 0;

  beforeAll(async () => {
    folder = await temporaryFolder();
    [kafka, postgres] = await Promise.all([startKafka({ brokers: 1 }), startPostgres()]);
    databaseUrl = await postgres.newDatabase();
    catalog = await openCatalog({ kind: 'server', url: databaseUrl });
    const { id } = await catalog.createPublication({ name: 'Alone', timeZone: 'UTC', isSample: false });
    issue = await catalog.createIssue(id, {
      title: 'One',
      subtitle: '',
      sentAt: new Date(),
      hasPaywall: false,
      sections: [],
      links: [{ url: 'https://example.com/there', text: 'there', kind: 'outbound', section: null }],
    });
  }, 180_000);
  afterAll(async () => {
    await RunningCollector.endAll();
    await catalog?.close().catch(() => undefined);
    await kafka?.stop();
    await postgres?.stop().catch(() => undefined);
    await folder.remove();
  }, 60_000);

  const start = (workers: number) =>
    RunningCollector.start({ folder: folder.path, databaseUrl, brokers: kafka.bootstrap, topic: TOPIC, workers });

  /** One hit with a token of its own, remembered where it was answered; false: it was not. */
  const hit = async (address: string): Promise<boolean> => {
    const at = sent++;
    const token = `token-${at}`;
    const path = at % 4 === 3 ? `/c/${issue.links[0]?.publicId}/${token}` : `/o/${issue.publicId}/${token}.gif`;
    try {
      const response = await fetch(address + path, { redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status !== (at % 4 === 3 ? 302 : 200)) return false;
      tokens.add(token);
      return true;
    } catch {
      return false;
    }
  };
  const hits = async (address: string, count: number) => {
    const until = sent + count;
    await Promise.all(
      Array.from({ length: CALLERS }, async () => {
        while (sent < until) expect(await hit(address)).toBe(true);
      }),
    );
  };

  /** What Kafka holds: every record once, by its origin, however often it stands there. */
  const inKafka = async () => {
    const origins = new Map<string, string>();
    for (const messages of (await readTopic(kafka.bootstrap, TOPIC)).values()) {
      for (const message of messages) {
        if (!message.ok) throw new Error(message.reason);
        const { collector, position } = message.origin;
        const token = /"token":"([^"]*)"/.exec(message.line)?.[1] ?? '';
        const known = origins.get(`${collector} ${position}`) ?? token;
        // A repeat is the same record.
        expect(known).toBe(token);
        origins.set(`${collector} ${position}`, token);
      }
    }
    return [...origins.values()];
  };
  const everythingIsThereOnce = async () => {
    const found = await eventually(
      inKafka,
      (there) => new Set(there).size >= tokens.size && [...tokens].every((token) => there.includes(token)),
      60_000,
    );
    expect(new Set(found).size).toBe(found.length);
  };

  test('refuses to start without what it needs, in a sentence', async () => {
    const { code, stderr } = await RunningCollector.runToEnd({
      folder: folder.path,
      databaseUrl,
      brokers: [],
      topic: TOPIC,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('set KAFKA_BROKERS');
    expect(stderr).not.toContain('at ');
  }, 60_000);

  test('keeps, answers and sends on what it is asked, over several processes', async () => {
    const collector = await start(2);
    await hits(collector.address, 2_000);
    await everythingIsThereOnce();
    expect(await collector.workers()).toHaveLength(2);
    expect((await fetch(`${collector.address}/readyz`)).status).toBe(200);
    expect(await collector.metric('readout_collector_hits_total')).toBe(tokens.size);
    await eventually(
      () => collector.metric('readout_spool_waiting_records'),
      (waiting) => waiting === 0,
    );
    await collector.kill('SIGTERM');
  }, 120_000);

  test('loses and doubles nothing when its processes are killed', async () => {
    let collector = await start(2);
    for (let round = 0; round < 6; round++) {
      let running = true;
      const callers = Array.from({ length: CALLERS }, async () => {
        while (running) await hit(collector.address);
      });
      await sleep(100 + Math.random() * 400);
      if (round % 2 === 0) {
        const workers = await collector.workers();
        const victim = workers[round % workers.length];
        if (victim !== undefined) process.kill(victim, 'SIGKILL');
        // The other one goes on, and another takes the place of the killed one.
        await eventually(
          () => collector.workers(),
          (now) => now.length === 2 && !now.includes(victim ?? 0),
        );
      } else {
        await collector.kill('SIGKILL');
      }
      running = false;
      await Promise.all(callers);
      if (round % 2 === 1) collector = await start(2);
    }
    // The last to start reads what the killed ones left.
    await everythingIsThereOnce();
    await collector.kill('SIGTERM');
  }, 180_000);

  test('with Kafka and PostgreSQL gone it starts, answers from its copy, and sends all of it on later', async () => {
    await kafka.broker(1).kill('SIGKILL');
    await catalog.close();
    await postgres.stop();
    let collector = await start(2);
    const before = tokens.size;
    await hits(collector.address, 3_000);
    expect(tokens.size).toBe(before + 3_000);
    expect(await collector.metric('readout_spool_waiting_records')).toBeGreaterThanOrEqual(3_000);
    expect((await fetch(`${collector.address}/readyz`)).status).toBe(200);
    // Nobody can say where a link leads that the copy does not have.
    expect((await fetch(`${collector.address}/c/222222222222/t`, { redirect: 'manual' })).status).toBe(503);
    // The one process that is left sends on what the other one took.
    await collector.kill('SIGTERM');
    collector = await start(1);
    await kafka.broker(1).start();
    await everythingIsThereOnce();
    await collector.kill('SIGTERM');
  }, 180_000);
});
