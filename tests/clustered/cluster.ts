import { join } from 'node:path';
import { startPostgres } from '../../packages/catalog/src/testing/postgres-server.ts';
import { partitionOf } from '../../packages/event-log/src/kafka/partition.ts';
import { startKafka, type TestKafka } from '../../packages/event-log/src/testing/kafka-broker.ts';
import { KafkaByHand } from '../../packages/event-log/src/testing/kafka-by-hand.ts';
import type { Counted } from '../faults/audience.ts';
import { ClickHouseServer } from '../faults/clickhouse-server.ts';
import { Newsletter } from '../faults/newsletter.ts';
import { OWNER_KEY, ReadoutClient } from '../readout-client.ts';
import { RunningCollector } from '../running-collector.ts';
import { eventually, temporaryFolder } from '../running-readout.ts';
import { ClusteredIngester } from './clustered-ingester.ts';
import { Readership, type ReadIssue } from './readership.ts';
import { type Environment, RunningProgram } from './running-program.ts';

export const GROUP = 'readout-ingester';
const TOPIC = 'clustered';
export const PARTITIONS = 4;
const SETTLES_WITHIN_MS = 150_000;

export interface Choices {
  readonly brokers: 1 | 3;
  /** Each of whom an issue may ask once. */
  readonly readers: number;
  readonly collector?: Environment;
}

interface Parts {
  readonly kafka: TestKafka;
  readonly byHand: KafkaByHand;
  readonly clickhouse: ClickHouseServer;
  readonly collector: RunningCollector;
  readonly ingesters: readonly [ClusteredIngester, ClusteredIngester];
  readonly apis: readonly [RunningProgram, RunningProgram];
  readonly newsletter: Newsletter;
  /** What every process of ours is told. */
  readonly environment: Environment;
}

/** The clustered deployment, of real parts: Kafka, PostgreSQL, ClickHouse's engine, a collector, two ingesters, two APIs. */
export class Cluster {
  readonly parts: Parts;
  readonly #stop: () => Promise<void>;

  private constructor(parts: Parts, stop: () => Promise<void>) {
    this.parts = parts;
    this.#stop = stop;
  }

  static async start({ brokers, readers, collector: more = {} }: Choices): Promise<Cluster> {
    const closers: (() => Promise<unknown>)[] = [];
    const stop = async () => {
      for (const close of closers.splice(0).reverse()) await close();
    };
    try {
      const folder = await temporaryFolder();
      closers.push(() => folder.remove());
      const kafka = await startKafka({ brokers });
      closers.push(() => kafka.stop());
      const postgres = await startPostgres();
      closers.push(() => postgres.stop());
      const clickhouse = await ClickHouseServer.start(join(folder.path, 'clickhouse'));
      closers.push(() => clickhouse.stop());
      const byHand = new KafkaByHand(kafka.bootstrap, TOPIC);
      closers.push(() => byHand.close());
      closers.push(() => RunningProgram.endAll());
      closers.push(() => RunningCollector.endAll());

      const databaseUrl = await postgres.newDatabase();
      const topic = {
        KAFKA_PARTITIONS: String(PARTITIONS),
        KAFKA_REPLICATION_FACTOR: String(brokers),
        KAFKA_MIN_IN_SYNC_REPLICAS: brokers === 3 ? '2' : '1',
      };
      const environment = {
        ...topic,
        ...clickhouse.environment,
        DATABASE_URL: databaseUrl,
        KAFKA_BROKERS: kafka.bootstrap.join(','),
        KAFKA_TOPIC: TOPIC,
        READOUT_API_KEY: OWNER_KEY,
        // What is committed is settled, and nobody waits five minutes here.
        READOUT_SETTLE_SECONDS: '1',
      };
      const api = (name: string) =>
        RunningProgram.start('api', { ...environment, READOUT_DATA_DIR: join(folder.path, name) });
      const ingester = () => ClusteredIngester.start(clickhouse.config.url, environment);
      const collecting = RunningCollector.start({
        folder: join(folder.path, 'collector'),
        databaseUrl,
        brokers: kafka.bootstrap,
        topic: TOPIC,
        more: { ...topic, ...more },
      });
      const collector = await collecting;
      const apis = await Promise.all([api('api-1'), api('api-2')]);
      const ingesters = await Promise.all([ingester(), ingester()]);
      for (const program of [...apis, ...ingesters.map((one) => one.program)]) await isReady(program);
      const newsletter = await Newsletter.with(readers, new ReadoutClient(apis[0].address));
      const parts = { kafka, byHand, clickhouse, collector, ingesters, apis, newsletter, environment };
      return new Cluster(parts, stop);
    } catch (error) {
      await stop();
      throw error;
    }
  }

  /** One of the two. */
  api(which: 0 | 1): ReadoutClient {
    return new ReadoutClient(this.parts.apis[which].address);
  }

  /** An issue of each partition: what happens to an issue is in one partition altogether. */
  async newIssues(): Promise<Readership> {
    const { newsletter } = this.parts;
    const issues = new Map<number, ReadIssue>();
    while (issues.size < PARTITIONS) {
      const { id, audience } = await newsletter.newIssue(this.api(0));
      issues.set(partitionOf(id, PARTITIONS), { id, audience, settled: () => this.settled(id) });
    }
    return new Readership([...issues.values()]);
  }

  /** An issue's figures once everything that collector and APIs took is in them; the same at both APIs. */
  async settled(issue: string, group = GROUP): Promise<Counted> {
    const { newsletter } = this.parts;
    await this.caughtUp(group);
    const [one, other] = await Promise.all([
      newsletter.figures(this.api(0), issue),
      newsletter.figures(this.api(1), issue),
    ]);
    if (JSON.stringify(one) !== JSON.stringify(other)) {
      throw new Error(`the APIs differ: ${JSON.stringify(one)} and ${JSON.stringify(other)}`);
    }
    return one;
  }

  /** Nothing waits in a spool any more, and the group has committed all that the topic holds. */
  async caughtUp(group = GROUP): Promise<void> {
    const { collector, apis, byHand } = this.parts;
    const waiting = async () => {
      const spools = [collector, ...apis].map((one) => one.metric('readout_spool_waiting_records'));
      return (await Promise.all(spools)).reduce((sum, one) => sum + one, 0);
    };
    await eventually(waiting, (records) => records === 0, SETTLES_WITHIN_MS);
    // A broker that is asked may have died a moment ago.
    const behind = () => byHand.behind(group).catch((error: unknown) => String(error));
    await eventually(behind, (messages) => messages === 0, SETTLES_WITHIN_MS);
  }

  stop(): Promise<void> {
    return this.#stop();
  }
}

/** Waits until a process has all that it needs. */
export async function isReady(program: RunningProgram): Promise<void> {
  await eventually(
    async () => (await program.get('/readyz')).text(),
    (text) => text.includes('"ok":true'),
    60_000,
  );
}
