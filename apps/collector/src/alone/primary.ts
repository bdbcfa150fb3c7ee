import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Config } from '@readout/config';
import { isPublicId } from '@readout/events';
import { lockFolder } from '@readout/folder-lock';
import type { Logger } from 'pino';
import { AggregatorRegistry } from 'prom-client';
import { startCopying } from './copying.ts';
import { type Question, questionMessage, readyMessage } from './messages.ts';
import type { CollectorProcess } from './serving.ts';
import { checked, dataFolder } from './settings.ts';

/** A worker that ended by itself is succeeded after this. */
const RESTART_AFTER_MS = 500;

/** Keeps the copy of the catalog for its workers, which do everything else, and keeps them alive. */
export async function startPrimary(config: Config, logger: Logger): Promise<CollectorProcess> {
  const settings = checked(config);
  const lock = await lockFolder(await dataFolder(settings));
  const copying = await startCopying(settings, logger);
  const metrics = new AggregatorRegistry();
  // Each worker takes its connections from the listening socket itself: handed over by this process, those on their
  // way to a worker that is killed would hang.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  let stopping = false;

  const find = async (question: Question): Promise<string> => {
    if (question.ask === 'metrics') return metrics.clusterMetrics();
    return isPublicId(question.link) && (await copying.sync.findLink(question.link)) !== null ? 'yes' : 'no';
  };
  const answer = (worker: Worker, message: unknown) => {
    const parsed = questionMessage.safeParse(message);
    if (!parsed.success) return;
    const { number, question } = parsed.data;
    // It may have ended meanwhile.
    const tell = (reply: string | null) => worker.isConnected() && worker.send({ number, reply });
    find(question).then(tell, (error: unknown) => {
      logger.debug({ err: error }, 'a question of a worker has no answer');
      tell(null);
    });
  };
  const fork = (index: number): Promise<string> => {
    cluster.setupPrimary({ args: ['--worker', String(index)] });
    const worker = cluster.fork();
    worker.on('message', (message: unknown) => answer(worker, message));
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
