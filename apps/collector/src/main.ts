import cluster from 'node:cluster';
import { readConfig } from '@readout/config';
import { pino } from 'pino';
import { startPrimary } from './alone/primary.ts';
import type { CollectorProcess } from './alone/serving.ts';
import { startSingle } from './alone/single.ts';
import { startWorker } from './alone/worker.ts';

/** How long a stop may take before the process ends regardless; what was acknowledged is on disk by then. */
const STOP_WITHIN_MS = 15_000;

/** The collector by itself: what it takes waits in its own log and is sent on to Kafka. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: false }));
  let running: CollectorProcess | null = null;
  let stopping = false;

  const stop = async (reason: string, exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'stopping');
    setTimeout(() => process.exit(exitCode === 0 ? 1 : exitCode), STOP_WITHIN_MS).unref();
    try {
      await running?.stop();
    } catch (error) {
      logger.error({ err: error }, 'could not stop cleanly');
      exitCode = 1;
    }
    logger.flush(() => process.exit(exitCode));
  };
  const fail = (error: unknown) => {
    logger.fatal({ err: error }, 'cannot go on');
    void stop('failure', 1);
  };
  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  process.on('SIGINT', () => void stop('SIGINT', 0));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  if (cluster.isWorker) running = await startWorker(config, logger, fail);
  else if (config.workers === 1) running = await startSingle(config, logger, fail);
  else running = await startPrimary(config, logger);
  if (!cluster.isWorker) process.stdout.write(`The collector runs at ${running.address}\n`);
}

main().catch((error: unknown) => {
  // What we know of ourselves is said in a sentence; anything else has to be looked into.
  const isKnown = error instanceof Error && 'code' in error && typeof error.code === 'string';
  const text = isKnown ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
