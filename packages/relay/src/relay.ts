import { mkdir, readFile } from 'node:fs/promises';
import type { RelayConfig } from '@readout/config';
import { Attempts } from '@readout/credentials';
import type { EventLog } from '@readout/event-log';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { IssueFinder } from './message/issue-of.ts';
import type { RelayCatalog } from './message/prepare.ts';
import { Preparing } from './message/preparing.ts';
import { RelayMetrics } from './metrics.ts';
import { NextServer } from './passing-on/next-server.ts';
import { Passing } from './passing-on/passing.ts';
import { signingWith } from './passing-on/signing.ts';
import { Queue } from './queue/queue.ts';
import { KnownSenders, type SenderCatalog } from './taking/known-senders.ts';
import { openDoor } from './taking/smtp-door.ts';

export interface RelayParts {
  readonly config: RelayConfig;
  /** Of the queue; of this process alone. */
  readonly folder: string;
  readonly catalog: RelayCatalog & SenderCatalog;
  readonly log: Pick<EventLog, 'appendAll'>;
  /** Where readers' mail programs reach the collector, without a slash at the end. */
  readonly publicUrl: string;
  /** An owner's key that the operator gave. */
  readonly ownerKey: string | null;
  readonly registry: Registry;
  readonly logger: Logger;
  readonly onFailure: (error: unknown) => void;
  /** How long messages wait for a catalog that is away; left out: some seconds. */
  readonly catalogPatienceMs?: number;
}

export interface Relay {
  readonly port: number;
  /** Rejects where it takes no more mail at present. */
  ping(): Promise<void>;
  /** Takes nothing more, and lets what is under way come to its end. */
  close(): Promise<void>;
}

/** Keys cannot be guessed; whoever tries costs us questions to the catalog. */
const FAILURES = { perAddress: 60, inAll: 600 };

/** A file that a setting names cannot be read. */
class RelayFileError extends Error {
  readonly code = 'RELAY_FILE';
}

/**
 * Takes mail from a publication's sender, makes it trackable for each recipient, and passes it on to the next server.
 * @throws where a file that is named in the settings cannot be used, or the port is taken.
 */
export async function startRelay(parts: RelayParts): Promise<Relay> {
  const { config, folder, catalog, log, publicUrl, ownerKey, registry, logger, onFailure } = parts;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const limits = { ...config.queue, largestMessageBytes: config.largestMessageBytes };
  const queue = await Queue.open(folder, limits, logger);
  const metrics = new RelayMetrics(registry);
  metrics.watch(queue, registry, limits);
  const sign = config.dkim === null ? null : await signingWith(config.dkim, queue.scratch);
  const stopping = new AbortController();
  const issues = new IssueFinder(catalog, publicUrl, (publication, issue) =>
    logger.info(
      { publication: publication.publicId, issue: issue.publicId, links: issue.links.length },
      'an issue was made of a mailing',
    ),
  );
  const preparing = new Preparing(
    { catalog, issues, publicUrl, signsAnew: sign !== null },
    logger,
    stopping.signal,
    parts.catalogPatienceMs,
  );
  const { caFile, ...next } = config.next;
  const passing = new Passing({
    queue,
    preparing,
    next: new NextServer({
      ...next,
      ca: caFile === null ? null : await pem(caFile, 'READOUT_RELAY_NEXT_CA_FILE'),
      name: config.name,
    }),
    connections: next.connections,
    sign,
    log,
    metrics,
    logger,
    name: config.name,
    triesForMs: config.triesForMs,
    onFailure,
  });
  const certificate = config.certificate && {
    cert: await pem(config.certificate.certFile, 'READOUT_RELAY_CERT_FILE'),
    key: await pem(config.certificate.keyFile, 'READOUT_RELAY_KEY_FILE'),
  };
  passing.start();
  const closePassing = () => {
    stopping.abort();
    return passing.stop();
  };
  const door = await openDoor({
    host: config.host,
    port: config.port,
    name: config.name,
    certificate,
    largestMessageBytes: config.largestMessageBytes,
    senders: new KnownSenders(catalog, ownerKey),
    attempts: new Attempts(Date.now, FAILURES),
    queue,
    metrics,
    logger,
    onTaken: (entry) => passing.take(entry),
  }).catch(async (error: unknown) => {
    await closePassing();
    throw error;
  });
  logger.info({ host: config.host, port: door.port, waiting: queue.messages }, 'the relay takes mail');
  return {
    port: door.port,
    async ping() {
      if (!queue.hasRoomFor(0)) throw new Error('the queue of the relay is full');
    },
    async close() {
      const closing = door.close();
      await closePassing();
      await closing;
    },
  };
}

async function pem(path: string, setting: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RelayFileError(`The file in ${setting} cannot be read (${reason}).`);
  }
}
