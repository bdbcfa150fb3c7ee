import cluster from 'node:cluster';
import { runProgram, type Surroundings } from '@readout/program';
import { startPrimary } from './alone/primary.ts';
import { startSingle } from './alone/single.ts';
import { startWorker } from './alone/worker.ts';

/** The collector by itself: what it takes waits in its own log and is sent on to Kafka. */
async function start({ config, logger, fail }: Surroundings) {
  if (cluster.isWorker) return startWorker(config, logger, fail);
  const running = config.workers === 1 ? await startSingle(config, logger, fail) : await startPrimary(config, logger);
  process.stdout.write(`The collector runs at ${running.address}\n`);
  return running;
}

await runProgram(start);
