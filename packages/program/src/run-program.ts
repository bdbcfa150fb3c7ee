import { type Config, readConfig } from '@readout/config';
import { type Logger, pino } from 'pino';
import { describeFailure } from './describe-failure.ts';

/** How long a stop may take before the process ends regardless; what was acknowledged is on disk by then. */
const STOP_WITHIN_MS = 15_000;

/** What a program is given. */
export interface Surroundings {
  readonly config: Config;
  /** JSON on standard error, so that standard output holds what a person needs to read. */
  readonly logger: Logger;
  /** Hears of what should never happen, and ends the process in order. */
  readonly fail: (error: unknown) => void;
  /** Aborts when the process is to end. */
  readonly stopping: AbortSignal;
}

export interface Running {
  /** Finishes what is under way and lets go of everything. */
  stop(): Promise<void>;
}

/**
 * What each of our programs does around its work: reads its settings, ends in order on SIGTERM and SIGINT, and does
 * not go on after a failure that nobody has foreseen. Where `start` rejects, the process says why and ends with 1.
 */
export async function runProgram(start: (surroundings: Surroundings) => Promise<Running>): Promise<void> {
  try {
    await run(readConfig(), start);
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(1);
  }
}

async function run(config: Config, start: (surroundings: Surroundings) => Promise<Running>): Promise<void> {
  const logger = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: false }));
  const stopping = new AbortController();
  let running: Running | null = null;

  const stop = async (reason: string, exitCode: number): Promise<void> => {
    if (stopping.signal.aborted) return;
    logger.info({ reason }, 'stopping');
    setTimeout(() => process.exit(exitCode === 0 ? 1 : exitCode), STOP_WITHIN_MS).unref();
    stopping.abort();
    try {
      await running?.stop();
      logger.info('stopped');
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

  running = await start({ config, logger, fail, stopping: stopping.signal });
}
