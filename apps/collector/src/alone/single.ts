import type { Config } from '@readout/config';
import { lockFolder } from '@readout/folder-lock';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { startCopying } from './copying.ts';
import { type CollectorProcess, serve } from './serving.ts';
import { checked, dataFolder } from './settings.ts';

/** All in one process. */
export async function startSingle(
  config: Config,
  logger: Logger,
  onFailure: (error: unknown) => void,
): Promise<CollectorProcess> {
  const settings = checked(config);
  const lock = await lockFolder(await dataFolder(settings));
  const { copy, sync, stop } = await startCopying(settings, logger);
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const serving = await serve(settings, {
    index: 0,
    copy,
    bring: async (id) => (await sync.findLink(id)) !== null,
    registry,
    metrics: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
    logger,
    onFailure,
  });
  return {
    address: serving.address,
    stop: async () => {
      await serving.stop();
      await stop();
      await lock.close();
    },
  };
}
