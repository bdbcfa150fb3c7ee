import { parseArgs } from 'node:util';
import { readConfig } from '@readout/config';
import { pino } from 'pino';
import { type Deployment, startEmbedded } from './embedded.ts';
import { describeFailure } from './failure.ts';

const USAGE = `npm start [-- --sample]

  --sample   load the sample publication where no publication is there yet
`;

/** How long a stop may take before the process ends regardless; what was acknowledged is on disk by then. */
const STOP_WITHIN_MS = 15_000;

/** A mistyped option is told with what there is, and nothing is started. */
function readArguments(): { readonly sample?: boolean; readonly help?: boolean } {
  try {
    return parseArgs({ options: { sample: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(1);
  }
}

async function main(): Promise<void> {
  const values = readArguments();
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const config = readConfig();
  // Logs go to standard error, so that standard output holds what a person needs to read.
  const logger = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: false }));
  let deployment: Deployment | null = null;
  let stopping = false;

  const stop = async (reason: string, exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'stopping');
    setTimeout(() => process.exit(exitCode === 0 ? 1 : exitCode), STOP_WITHIN_MS).unref();
    try {
      await deployment?.stop();
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

  deployment = await startEmbedded(config, logger, fail);
  const { address, welcome } = deployment;
  process.stdout.write(`\nReadout runs at ${address}\n`);
  if (welcome !== null) process.stdout.write(`First time here? Choose a password at\n\n    ${welcome}\n`);
  process.stdout.write('\nStop it with Ctrl-C; everything is kept.\n\n');
  logger.info({ address }, 'ready');
  if (values.sample) {
    await deployment.loadSample().catch((error: unknown) => {
      // Stopping ends the loading, and a failed one is no reason to take the rest down: the first screen tells of it.
      if (!stopping) logger.error({ err: error }, 'the sample publication was not loaded');
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
});
