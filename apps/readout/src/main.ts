import { parseArgs } from 'node:util';
import { runProgram, type Surroundings } from '@readout/program';
import { startEmbedded } from './embedded.ts';

const USAGE = `npm start [-- --sample]

  --sample   load the sample publication where no publication is there yet
`;

/** A mistyped option is told with what there is, and nothing is started. */
function readArguments(): { readonly sample?: boolean; readonly help?: boolean } {
  try {
    return parseArgs({ options: { sample: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(1);
  }
}

const options = readArguments();

async function start({ config, logger, fail, stopping }: Surroundings) {
  const deployment = await startEmbedded(config, logger, fail);
  const { address, welcome, relay } = deployment;
  process.stdout.write(`\nReadout runs at ${address}\n`);
  if (relay !== null) process.stdout.write(`The relay takes mail at ${relay.host}:${relay.port}\n`);
  if (welcome !== null) process.stdout.write(`First time here? Choose a password at\n\n    ${welcome}\n`);
  process.stdout.write('\nStop it with Ctrl-C; everything is kept.\n\n');
  logger.info({ address }, 'ready');
  if (options.sample) {
    deployment.loadSample().catch((error: unknown) => {
      // Stopping ends the loading, and a failed one is no reason to take the rest down: the first screen tells of it.
      if (!stopping.aborted) logger.error({ err: error }, 'the sample publication was not loaded');
    });
  }
  return deployment;
}

if (options.help) process.stdout.write(USAGE);
else await runProgram(start);
