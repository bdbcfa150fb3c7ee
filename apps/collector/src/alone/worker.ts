import type { Config } from '@readout/config';
import type { Logger } from 'pino';
import { AggregatorRegistry, collectDefaultMetrics, Registry } from 'prom-client';
import { CatalogCopy } from '../catalog-copy.ts';
import { copyPath } from './copying.ts';
import { type Question, replyMessage } from './messages.ts';
import { type CollectorProcess, serve } from './serving.ts';
import { checked } from './settings.ts';

/** One of several: with a log of its own, and the copy of the catalog that its primary keeps. */
export async function startWorker(
  config: Config,
  logger: Logger,
  onFailure: (error: unknown) => void,
): Promise<CollectorProcess> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // Answers the primary from now on, which asks every worker.
  new AggregatorRegistry();
  AggregatorRegistry.setRegistries([registry]);
  const primary = new Primary();
  const serving = await serve(checked(config), {
    index: Number(process.argv[process.argv.indexOf('--worker') + 1]),
    copy: new CatalogCopy(copyPath(config.dataDirectory), { readOnly: true }),
    bring: async (link) => (await primary.ask({ ask: 'link', link })) === 'yes',
    registry,
    metrics: async () => ({ text: await primary.ask({ ask: 'metrics' }), contentType: registry.contentType }),
    logger,
    onFailure,
  });
  process.send?.({ ready: true, address: serving.address });
  return serving;
}

/** The process that made this one, to ask. */
class Primary {
  readonly #waiting = new Map<number, (reply: string | null) => void>();
  #asked = 0;

  constructor() {
    process.on('message', (message: unknown) => {
      const parsed = replyMessage.safeParse(message);
      if (!parsed.success) return;
      this.#waiting.get(parsed.data.number)?.(parsed.data.reply);
      this.#waiting.delete(parsed.data.number);
    });
  }

  async ask(question: Question): Promise<string> {
    const number = this.#asked++;
    const reply = await new Promise<string | null>((resolve) => {
      this.#waiting.set(number, resolve);
      process.send?.({ number, question });
    });
    if (reply === null) throw new Error('the primary could not answer');
    return reply;
  }
}
