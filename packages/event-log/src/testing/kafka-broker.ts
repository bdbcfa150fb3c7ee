// A real Apache Kafka for the tests: brokers on this machine that can be killed, halted and started again.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { ensureKafkaJars } from './kafka-jars.ts';

const run = promisify(execFile);

/** One broker, which is a controller too. */
export interface TestBroker {
  /** `host:port` */
  readonly address: string;
  /** SIGKILL and SIGTERM resolve once the broker is gone; SIGSTOP halts it until SIGCONT. */
  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<void>;
  /** Starts it again on its data and its port; resolves once it answers. */
  start(): Promise<void>;
}

export interface TestKafka {
  /** `host:port` of each broker. */
  readonly bootstrap: string[];
  /** `host:port` of each broker's second listener, which lets in only who has the password; empty with KAFKA_BROKERS. */
  readonly guarded: string[];
  /** The same for the third, which is over TLS and takes SCRAM; its certificate is good for 127.0.0.1 and no other name. */
  readonly secured: string[];
  /** Who signed that certificate, PEM. */
  readonly authority: string;
  /** By its node id; the first is 1. */
  broker(id: number): TestBroker;
  /** Ends the brokers and removes their data. */
  stop(): Promise<void>;
}

/** Brokers that run already (`host:port,…` in KAFKA_BROKERS) are used instead; they cannot be killed. */
// biome-ignore lint/style/noProcessEnv: of the tests, not of the product
const running = (process.env['KAFKA_BROKERS'] ?? '').split(',').filter((address) => address !== '');
/** Whether `broker()` is there. Tests that need it are skipped, and say so, where it is not. */
export const brokersCanBeKilled = running.length === 0;

/** Who is let in by the guarded listener. */
export const ACCOUNT = { mechanism: 'plain', username: 'readout', password: 'right' } as const;

const START_ATTEMPTS = 3;
/** A JVM on a busy machine takes its time. */
const ANSWERS_WITHIN_MS = 60_000;

/** Resolves once every broker answers. Ends with this process, however that ends. */
export async function startKafka({ brokers }: { brokers: 1 | 3 }): Promise<TestKafka> {
  if (!brokersCanBeKilled) {
    const broker = (): never => {
      throw new Error('The brokers named in KAFKA_BROKERS are not the tests’ to kill.');
    };
    return {
      bootstrap: running,
      guarded: [],
      secured: [],
      authority: '',
      broker,
      stop: async () => undefined,
    };
  }
  const { java, jars } = await ensureKafkaJars();
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOwn(java, jars, brokers);
    } catch (error) {
      // A port found free may be taken by the time the broker binds it.
      if (attempt === START_ATTEMPTS) throw error;
    }
  }
}

async function startOwn(java: string, jars: string, count: number): Promise<TestKafka> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-kafka-'));
  const ports = await freePorts(4 * count);
  const voters = ports.slice(count, 2 * count).map((port, at) => `${at + 1}@127.0.0.1:${port}`);
  await writeFile(join(folder, 'log4j2.properties'), LOGGING);
  const authority = await certificate(java, folder);
  const brokers = ports.slice(0, count).map(
    (port, at) =>
      new Broker(java, jars, folder, at + 1, port, {
        'process.roles': 'broker,controller',
        'node.id': String(at + 1),
        'controller.quorum.voters': voters.join(','),
        listeners: [
          `PLAINTEXT://127.0.0.1:${port}`,
          `CONTROLLER://127.0.0.1:${ports[count + at]}`,
          `SASL_PLAINTEXT://127.0.0.1:${ports[2 * count + at]}`,
          `SASL_SSL://127.0.0.1:${ports[3 * count + at]}`,
        ].join(','),
        'listener.security.protocol.map':
          'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL',
        'listener.name.sasl_plaintext.sasl.enabled.mechanisms': 'PLAIN',
        'listener.name.sasl_ssl.sasl.enabled.mechanisms': 'SCRAM-SHA-256,SCRAM-SHA-512',
        'listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config': SCRAM,
        'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': SCRAM,
        'ssl.keystore.type': 'PKCS12',
        'ssl.keystore.location': join(folder, KEYSTORE),
        'ssl.keystore.password': KEYSTORE_PASSWORD,
        'listener.name.sasl_plaintext.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required user_${ACCOUNT.username}="${ACCOUNT.password}";`,
        'controller.listener.names': 'CONTROLLER',
        'log.dirs': join(folder, `data-${at + 1}`),
        'auto.create.topics.enable': 'false',
        'offsets.topic.replication.factor': String(count),
        'offsets.topic.num.partitions': '4',
        'transaction.state.log.replication.factor': String(count),
        'transaction.state.log.min.isr': '1',
        'group.initial.rebalance.delay.ms': '0',
        // A killed broker is let in again, and its partitions move, after this long: shorter than Kafka's 9 s.
        'broker.session.timeout.ms': '3000',
        'broker.heartbeat.interval.ms': '500',
        // 128 MiB by default, half of the heap.
        'log.cleaner.dedupe.buffer.size': '4194304',
      }),
  );
  const stop = async () => {
    await Promise.all(brokers.map((broker) => broker.kill('SIGKILL')));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(brokers.map((broker) => broker.format()));
    await Promise.all(brokers.map((broker) => broker.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    bootstrap: brokers.map(({ address }) => address),
    guarded: ports.slice(2 * count, 3 * count).map((port) => `127.0.0.1:${port}`),
    secured: ports.slice(3 * count).map((port) => `127.0.0.1:${port}`),
    authority,
    broker: (id) => {
      const found = brokers[id - 1];
      if (found === undefined) throw new Error(`There is no broker ${id}.`);
      return found;
    },
    stop,
  };
}

class Broker implements TestBroker {
  readonly address: string;
  readonly #java: string;
  readonly #id: number;
  readonly #arguments: readonly string[];
  readonly #settingsPath: string;
  readonly #settings: string;
  readonly #logPath: string;
  #process: { readonly pid: number; readonly gone: Promise<void>; isGone(): boolean } | null = null;

  constructor(
    java: string,
    jars: string,
    folder: string,
    id: number,
    port: number,
    settings: Readonly<Record<string, string>>,
  ) {
    this.#java = java;
    this.#id = id;
    this.address = `127.0.0.1:${port}`;
    this.#settingsPath = join(folder, `broker-${id}.properties`);
    this.#settings = Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join('');
    this.#logPath = join(folder, `broker-${id}.log`);
    const logging = `-Dlog4j2.configurationFile=${join(folder, 'log4j2.properties')}`;
    this.#arguments = ['-Xmx256m', '-XX:+UseSerialGC', logging, '-cp', join(jars, '*')];
  }

  async format(): Promise<void> {
    await writeFile(this.#settingsPath, this.#settings);
    const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', CLUSTER_ID, '--config', this.#settingsPath];
    const accounts = ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
      '--add-scram',
      `${mechanism}=[name=${ACCOUNT.username},password=${ACCOUNT.password}]`,
    ]);
    await run(this.#java, [...this.#arguments, ...format, ...accounts]);
  }

  async start(): Promise<void> {
    if (this.#process !== null) throw new Error(`Broker ${this.#id} runs already.`);
    const command = [this.#java, ...this.#arguments, 'kafka.Kafka', this.#settingsPath];
    const guard = spawn('/bin/sh', ['-c', GUARD, 'sh', this.#logPath, ...command], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let isGone = false;
    const gone = once(guard, 'exit').then(() => {
      isGone = true;
    });
    const [line] = await once(createInterface(guard.stdout), 'line');
    this.#process = { pid: Number(line), gone, isGone: () => isGone };
    await this.#answers(() => isGone);
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    if (this.#process === null) return;
    const { pid, gone, isGone } = this.#process;
    if (!isGone()) process.kill(pid, signal);
    if (signal === 'SIGSTOP' || signal === 'SIGCONT') return;
    await gone;
    this.#process = null;
  }

  async #answers(isGone: () => boolean): Promise<void> {
    const client = new Kafka({ brokers: [this.address], retry: { retries: 0 }, logLevel: logLevel.NOTHING });
    const until = Date.now() + ANSWERS_WITHIN_MS;
    for (;;) {
      const admin = client.admin();
      const brokers = await admin
        .connect()
        .then(() => admin.describeCluster())
        .then(
          (cluster) => cluster.brokers,
          // Not yet.
          () => [],
        )
        .finally(() => admin.disconnect());
      if (brokers.some(({ nodeId }) => nodeId === this.#id)) return;
      if (isGone() || Date.now() > until) {
        const log = await readFile(this.#logPath, 'utf8');
        throw new Error(`Kafka's broker ${this.#id} does not answer. The end of its log:\n${log.slice(-4_000)}`);
      }
      await sleep(100);
    }
  }
}

const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule required;';
const KEYSTORE = 'broker.p12';
const KEYSTORE_PASSWORD = 'of the tests';

/** A key and a certificate that it signed itself, with the tool that comes with every Java. */
async function certificate(java: string, folder: string): Promise<string> {
  const keytool = java === 'java' ? 'keytool' : join(dirname(java), 'keytool');
  const store = ['-keystore', join(folder, KEYSTORE), '-storetype', 'PKCS12', '-storepass', KEYSTORE_PASSWORD];
  const key = [
    '-alias',
    'broker',
    '-keyalg',
    'EC',
    '-dname',
    'CN=broker',
    '-ext',
    'SAN=IP:127.0.0.1',
    '-validity',
    '30',
  ];
  await run(keytool, ['-genkeypair', ...key, ...store]);
  return (await run(keytool, ['-exportcert', '-rfc', '-alias', 'broker', ...store])).stdout;
}

const CLUSTER_ID = 'cmVhZG91dC10ZXN0LTAwMQ';

/**
 * Runs the broker, says its process id, and ends with it; ends the broker when the standard input closes, that is
 * when the test's process is gone without having ended the broker.
 */
const GUARD = `
log=$1; shift
exec 3<&0
"$@" </dev/null >>"$log" 2>&1 3<&- &
broker=$!
echo $broker
{ cat <&3 >/dev/null; kill -9 $broker; } >/dev/null 2>&1 &
wait $broker
`;

const LOGGING = `
rootLogger.level = warn
rootLogger.appenderRef.out.ref = out
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = %d %p %m (%c{1})%n%ex
`;

/** Held all at once before any is let go, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  const ports = await Promise.all(
    servers.map(async (server) => {
      await once(server, 'listening');
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
      return address.port;
    }),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
