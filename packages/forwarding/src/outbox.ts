import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KafkaConfig } from '@readout/config';
import { openEmbeddedLog, type Spool } from '@readout/event-log';
import { lockFolder } from '@readout/folder-lock';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { Forwarder } from './forwarder.ts';
import { openDownstream } from './kafka.ts';
import { watchSpool } from './spool-gauges.ts';

/** What a process that is no collector was told: a log of its own, which is sent on to Kafka. */
export interface Outbox {
  readonly spool: Spool;
  /** Up to which position a former process had sent it on. */
  readonly sentOnBefore: number;
  close(): Promise<void>;
}

export interface OutboxParts {
  /** Of the process: names its log's folder, and it in the brokers' logs and quotas. */
  readonly name: string;
  readonly kafka: KafkaConfig;
  readonly dataDirectory: string;
  readonly retention: { readonly maxAgeMs: number; readonly maxBytes: number };
  readonly registry: Registry;
  readonly logger: Logger;
  readonly onFailure: (error: unknown) => void;
}

/** @throws FolderInUseError where another process has the data folder. */
export async function openOutbox(parts: OutboxParts): Promise<Outbox> {
  const { name, kafka, dataDirectory, retention, registry, logger, onFailure } = parts;
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(dataDirectory);
  const spool = await openEmbeddedLog({
    directory: join(dataDirectory, 'spool', name),
    retention,
    // What it is told is answered only when it is kept: none of it may be dropped.
    whenFull: 'refuse',
    onProblem: (problem) => logger.error({ problem }, 'event log'),
  });
  const sentOnBefore = await spool.committed(0);
  watchSpool(spool, registry, Date.now);
  const downstream = await openDownstream(kafka, logger, `readout-${name}`);
  const forwarder = new Forwarder({ spool, downstream, logger, counters: Forwarder.counters(registry) });
  forwarder.start(onFailure);
  return {
    spool,
    sentOnBefore,
    async close() {
      await forwarder.stop();
      await spool.close();
      await lock.close();
    },
  };
}
