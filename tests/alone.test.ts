import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Catalog, type IssueWithStructure, openCatalog, type Publication } from '@readout/catalog';
import { digestOf } from '@readout/credentials';
import { decodeRecord } from '@readout/events';
import { type PostgresServer, startPostgres } from '../packages/catalog/src/testing/postgres-server.ts';
import { startKafka, type TestKafka } from '../packages/event-log/src/testing/kafka-broker.ts';
import { readTopic } from '../packages/event-log/src/testing/kafka-topic.ts';
import { send } from '../packages/relay/src/testing/send.ts';
import { Sink } from '../packages/relay/src/testing/sink.ts';
import { RunningCollector } from './running-collector.ts';
import { eventually, temporaryFolder } from './running-readout.ts';
import { RunningRelay } from './running-relay.ts';

const TOPIC = 'collector-alone';
const RELAY_TOPIC = 'relay-alone';
const CALLERS = 16;
const LETTER = [
  'From: Low Tide <letters@tide.example>',
  'To: undisclosed-recipients:;',
  'Subject: Spring tides',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<h1>Spring tides</h1><p><a href="https://example.com/tides">the tides</a></p>',
  '',
].join('\r\n');

describe('programs by themselves', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let relayFolder: typeof folder;
  let publication: Publication;
  const key = 'ro_a-key-of-the-publication-for-its-mail';
  let postgres: PostgresServer;
  let databaseUrl: string;
  let kafka: TestKafka;
  let catalog: Catalog;
  let issue: IssueWithStructure;
  const tokens = new Set<string>();
  let sent = 0;

  beforeAll(async () => {
    [folder, relayFolder] = [await temporaryFolder(), await temporaryFolder()];
    [kafka, postgres] = await Promise.all([startKafka({ brokers: 1 }), startPostgres()]);
    databaseUrl = await postgres.newDatabase();
    catalog = await openCatalog({ kind: 'server', url: databaseUrl });
    publication = await catalog.createPublication({ name: 'Alone', timeZone: 'UTC', isSample: false });
    await catalog.createApiKey({ name: 'mail', hash: digestOf(key), hint: 'ro_a-key', publication: publication.id });
    issue = await catalog.createIssue(publication.id, {
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
    await relayFolder.remove();
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

  test('the collector refuses to start without what it needs, in a sentence', async () => {
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

  test('the collector keeps, answers and sends on what it is asked, over several processes', async () => {
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

  test('the collector loses and doubles nothing when its processes are killed', async () => {
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

  test('the relay refuses to start without what it needs, in a sentence', async () => {
    const { code, stderr } = await RunningRelay.runToEnd({
      READOUT_DATA_DIR: relayFolder.path,
      READOUT_RELAY_PORT: '0',
      READOUT_RELAY_NEXT_HOST: '127.0.0.1',
    });
    expect(code).toBe(1);
    for (const name of ['KAFKA_BROKERS', 'DATABASE_URL', 'READOUT_PUBLIC_URL']) expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/^\s+at /m);
  }, 60_000);

  test('the relay passes mail on with the issue’s links, and tells Kafka what was sent, killed or not', async () => {
    const sink = new Sink();
    await sink.open();
    const door = { publication: publication.publicId, key };
    const environment = {
      READOUT_DATA_DIR: relayFolder.path,
      READOUT_PUBLIC_URL: 'https://read.example.com',
      READOUT_RELAY_PORT: '0',
      READOUT_RELAY_NEXT_HOST: '127.0.0.1',
      READOUT_RELAY_NEXT_PORT: String(sink.port),
      READOUT_RELAY_NEXT_TLS: 'off',
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS: kafka.bootstrap.join(','),
      KAFKA_TOPIC: RELAY_TOPIC,
      KAFKA_PARTITIONS: '1',
      KAFKA_REPLICATION_FACTOR: '1',
      KAFKA_MIN_IN_SYNC_REPLICAS: '1',
    };
    let relay = await RunningRelay.start(environment);
    try {
      expect((await fetch(`${relay.address}/readyz`)).status).toBe(200);
      await expect(send({ ...door, port: relay.port, key: 'not-the-key' }, LETTER, ['a@x.example'])).rejects.toThrow();
      expect(await send({ ...door, port: relay.port }, LETTER, ['a@x.example', 'b@x.example'])).toMatch(/^250/);
      for (const address of ['a@x.example', 'b@x.example']) {
        const text = (await sink.bytesTo(address)).toString();
        expect(text).toMatch(/href="https:\/\/read\.example\.com\/c\/\w+\/[\w-]+">the tides/);
        expect(text).toMatch(/src="https:\/\/read\.example\.com\/o\/\w+\/[\w-]+\.gif"/);
      }
      // What it holds when it is killed goes on when it is there again.
      await sink.close();
      expect(await send({ ...door, port: relay.port }, LETTER, ['c@x.example'])).toMatch(/^250/);
      await relay.kill('SIGKILL');
      await sink.open();
      relay = await RunningRelay.start(environment);
      expect((await sink.bytesTo('c@x.example')).toString()).toContain('https://read.example.com/o/');
      const facts = await eventually(
        async () => {
          const messages = [...(await readTopic(kafka.bootstrap, RELAY_TOPIC)).values()].flat();
          // What was sent on just before the end is sent on again: the same record, which counts once.
          return new Map(
            messages.flatMap((one) =>
              one.ok ? [[`${one.origin.collector} ${one.origin.position}`, decodeRecord(one.line)] as const] : [],
            ),
          );
        },
        ({ size }) => size >= 3,
        60_000,
      );
      expect([...facts.values()]).toEqual(
        Array(3).fill(expect.objectContaining({ ok: true, record: expect.objectContaining({ kind: 'sent' }) })),
      );
      expect(await (await fetch(`${relay.address}/metrics`)).text()).toContain('readout_relay_');
    } finally {
      await relay.kill('SIGTERM');
      await sink.close();
    }
  }, 120_000);

  test('with Kafka and PostgreSQL gone the collector starts, answers from its copy, and sends all of it on later', async () => {
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
