import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCatalog } from '@readout/catalog';
import type { Config, KafkaConfig } from '@readout/config';
import { type Downstream, type KafkaOptions, openKafkaDownstream } from '@readout/event-log';
import { isPublicId } from '@readout/events';
import { type FolderLock, lockFolder } from '@readout/folder-lock';
import type { Logger } from 'pino';
import { AggregatorRegistry, collectDefaultMetrics, Registry, type RegistryContentType } from 'prom-client';
import { z } from 'zod';
import { CatalogCopy } from './catalog-copy.ts';
import { CatalogSync } from './catalog-sync.ts';
import { startCollecting } from './collecting.ts';
import { Forwarder } from './forwarder.ts';
import { FrontDoor } from './front-door.ts';
import type { BringLink } from './link-finder.ts';
import { PatientCatalog } from './patient-catalog.ts';
import { type Status, statusRoom } from './status-room.ts';

export interface CollectorProcess {
  /** Where it is reached. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Settings that a collector by itself cannot do without. */
export class CollectorConfigError extends Error {
  readonly code = 'COLLECTOR_CONFIGURATION';
}

/** A worker that ended by itself is succeeded after this. */
const RESTART_AFTER_MS = 500;
/** A worker's log may still be held by one whose primary was killed: it ends as soon as it notices. */
const LOCK_ATTEMPTS = 50;
const LOCK_EVERY_MS = 100;

/** All in one process. */
export async function startSingle(
  config: Config,
  logger: Logger,
  onFailure: (error: unknown) => void,
): Promise<CollectorProcess> {
  const settings = checked(config);
  const folder = await dataFolder(config);
  const lock = await lockFolder(folder);
  const copying = await startCopying(settings, folder, logger);
  const bring: BringLink = async (id) => (await copying.sync.findLink(id)) !== null;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const metrics = async () => ({ text: await registry.metrics(), contentType: registry.contentType });
  const serving = await serve(settings, 0, copying.copy, bring, registry, metrics, logger, onFailure);
  return {
    address: serving.address,
    stop: async () => {
      await serving.stop();
      await copying.stop();
      await lock.close();
    },
  };
}

/** Keeps the copy of the catalog for its workers, which do everything else, and keeps them alive. */
export async function startPrimary(config: Config, logger: Logger): Promise<CollectorProcess> {
  const settings = checked(config);
  const folder = await dataFolder(config);
  const lock = await lockFolder(folder);
  const copying = await startCopying(settings, folder, logger);
  const aggregated = new AggregatorRegistry();
  let stopping = false;

  const fork = async (index: number): Promise<string> => {
    cluster.setupPrimary({ args: ['--worker', String(index)] });
    const worker = cluster.fork();
    worker.on('message', (message: unknown) => answer(worker, message, copying.sync, aggregated, logger));
    worker.on('exit', (code, signal) => {
      if (stopping) return;
      logger.error({ worker: index, code, signal }, 'a worker ended; another one takes its place');
      setTimeout(() => void fork(index).catch(() => undefined), RESTART_AFTER_MS);
    });
    return new Promise((resolve, reject) => {
      worker.on('message', (message: unknown) => {
        const ready = readyMessage.safeParse(message);
        if (ready.success) resolve(ready.data.address);
      });
      worker.once('exit', () => reject(new Error('a worker ended before it was up: see what it says above')));
    });
  };

  const [address = ''] = await Promise.all(Array.from({ length: settings.workers }, (_, index) => fork(index)));
  return {
    address,
    stop: async () => {
      stopping = true;
      await Promise.all(
        Object.values(cluster.workers ?? {}).map(async (worker) => {
          if (worker === undefined) return;
          const exited = once(worker, 'exit');
          worker.process.kill('SIGTERM');
          await exited;
        }),
      );
      await copying.stop();
      await lock.close();
    },
  };
}

/** One of several: with a log of its own, and the copy of the catalog that its primary keeps. */
export async function startWorker(
  config: Config,
  logger: Logger,
  onFailure: (error: unknown) => void,
): Promise<CollectorProcess> {
  const settings = checked(config);
  const index = Number(process.argv[process.argv.indexOf('--worker') + 1]);
  const copy = new CatalogCopy(join(config.dataDirectory, 'catalog-copy'), { readOnly: true });
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // Answers the primary from now on, which asks every worker.
  new AggregatorRegistry();
  AggregatorRegistry.setRegistries([registry]);
  const primary = new Primary();
  const bring: BringLink = async (link) => (await primary.ask({ ask: 'link', link })) === 'yes';
  const metrics = async () => ({ text: await primary.ask({ ask: 'metrics' }), contentType: registry.contentType });
  const serving = await serve(settings, index, copy, bring, registry, metrics, logger, onFailure);
  process.send?.({ ready: true, address: serving.address });
  return serving;
}

type Settings = Config & { readonly kafka: KafkaConfig; readonly databaseUrl: string };

function checked(config: Config): Settings {
  const { kafka, databaseUrl } = config;
  if (kafka === null) {
    throw new CollectorConfigError(
      'A collector by itself sends its events on to Kafka: set KAFKA_BROKERS to host:port of its brokers.',
    );
  }
  if (databaseUrl === null) {
    throw new CollectorConfigError(
      'A collector by itself takes its links from PostgreSQL: set DATABASE_URL to the one that the API uses.',
    );
  }
  return { ...config, kafka, databaseUrl };
}

async function dataFolder({ dataDirectory }: Config): Promise<string> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  return dataDirectory;
}

async function startCopying(config: Settings, folder: string, logger: Logger) {
  const catalog = new PatientCatalog(() => openCatalog({ kind: 'server', url: config.databaseUrl }));
  const copy = new CatalogCopy(join(folder, 'catalog-copy'));
  const sync = new CatalogSync(catalog, copy, logger, Date.now);
  await sync.start();
  return {
    copy,
    sync,
    stop: async () => {
      await sync.stop();
      await catalog.close();
      await copy.close();
    },
  };
}

async function serve(
  config: Settings,
  index: number,
  copy: CatalogCopy,
  bring: BringLink,
  registry: Registry,
  metrics: Status['metrics'],
  logger: Logger,
  onFailure: (error: unknown) => void,
): Promise<CollectorProcess> {
  const directory = join(config.dataDirectory, 'spool', String(index));
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const lock = await lockPatiently(directory);
  const collecting = await startCollecting(config, { directory, copy, bring, registry, logger });
  const { log, keeping } = collecting;
  const downstream = await openDownstream(config.kafka, logger);
  const forwarder = new Forwarder(log, downstream, logger, registry);
  forwarder.start(onFailure);
  const door = new FrontDoor();
  const { port } = await door.listen(config.host, config.port);
  const addressOf = keeping.trust.clientAddress.bind(keeping.trust);
  door.open({ ...keeping, rooms: [statusRoom({ log, metrics, key: config.apiKey, addressOf })] });
  return {
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    stop: async () => {
      await door.close();
      await forwarder.stop();
      await downstream.close();
      await collecting.close();
      await lock.close();
    },
  };
}

async function lockPatiently(directory: string): Promise<FolderLock> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await lockFolder(directory);
    } catch (error) {
      if (attempt === LOCK_ATTEMPTS) throw error;
      await sleep(LOCK_EVERY_MS);
    }
  }
}

async function openDownstream({ tls, ...kafka }: KafkaConfig, logger: Logger): Promise<Downstream> {
  const text = async (path: string | undefined) => (path === undefined ? undefined : readFile(path, 'utf8'));
  const [ca, cert, key] = await Promise.all([text(tls?.caFile), text(tls?.certFile), text(tls?.keyFile)]);
  return openKafkaDownstream({
    ...kafka,
    clientId: 'readout-collector',
    tls:
      tls === null
        ? null
        : {
            ...(ca === undefined ? undefined : { ca }),
            ...(cert === undefined ? undefined : { cert }),
            ...(key === undefined ? undefined : { key }),
          },
    logger: quietly(logger),
  });
}

/** The Kafka client tells of every connection that fails, several times a second; the forwarder says it once. */
function quietly(logger: Logger): KafkaOptions['logger'] {
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.debug(fields, message),
    warn: (fields, message) => ('kafka' in fields ? logger.debug(fields, message) : logger.warn(fields, message)),
  };
}

const readyMessage = z.object({ ready: z.literal(true), address: z.string() });
const question = z.object({
  number: z.number(),
  question: z.union([z.object({ ask: z.literal('link'), link: z.string() }), z.object({ ask: z.literal('metrics') })]),
});
const reply = z.object({ number: z.number(), reply: z.string().nullable() });
type Question = z.infer<typeof question>['question'];

/** What a worker asks of the process that made it. */
class Primary {
  readonly #waiting = new Map<number, (reply: string | null) => void>();
  #asked = 0;

  constructor() {
    process.on('message', (message: unknown) => {
      const parsed = reply.safeParse(message);
      if (!parsed.success) return;
      this.#waiting.get(parsed.data.number)?.(parsed.data.reply);
      this.#waiting.delete(parsed.data.number);
    });
  }

  async ask(asked: Question): Promise<string> {
    const number = this.#asked++;
    const answered = await new Promise<string | null>((resolve) => {
      this.#waiting.set(number, resolve);
      process.send?.({ number, question: asked });
    });
    if (answered === null) throw new Error('the primary could not answer');
    return answered;
  }
}

function answer(
  worker: Worker,
  message: unknown,
  sync: CatalogSync,
  aggregated: AggregatorRegistry<RegistryContentType>,
  logger: Logger,
): void {
  const parsed = question.safeParse(message);
  if (!parsed.success) return;
  const { number, question: asked } = parsed.data;
  const finding =
    asked.ask === 'metrics'
      ? aggregated.clusterMetrics()
      : isPublicId(asked.link)
        ? sync.findLink(asked.link).then((link) => (link === null ? 'no' : 'yes'))
        : Promise.resolve('no');
  finding.then(
    (found) => worker.send({ number, reply: found }),
    (error: unknown) => {
      logger.debug({ err: error }, 'a question of a worker has no answer');
      worker.send({ number, reply: null });
    },
  );
}
