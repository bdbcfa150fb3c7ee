import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { asItCame, type Prepared, type PreparingParts, prepare, type WaitingMessage } from './prepare.ts';

/** How long messages wait for a catalog that is away, all of them together. */
const PATIENCE_MS = 10_000;
const RETRY_MS = 500;
/** A catalog that has been away for longer is asked so often whether it is back. */
const LOOK_EVERY_MS = 5_000;
/** For one message: PostgreSQL may take a question and never answer it. */
const ANSWERS_WITHIN_MS = 10_000;

class NoAnswerError extends Error {
  readonly code = 'CATALOG_UNAVAILABLE';
}

/** Prepares messages, and never holds one back over a fault of ours: then it goes on as it came. */
export class Preparing {
  readonly #parts: PreparingParts;
  readonly #logger: Logger;
  readonly #signal: AbortSignal;
  readonly #patienceMs: number;
  #awaySince: number | null = null;
  #lookedAt = 0;

  constructor(parts: PreparingParts, logger: Logger, signal: AbortSignal, patienceMs = PATIENCE_MS) {
    this.#parts = parts;
    this.#logger = logger;
    this.#signal = signal;
    this.#patienceMs = patienceMs;
  }

  async for(message: WaitingMessage, address: string): Promise<Prepared> {
    for (;;) {
      const now = Date.now();
      const isGivenUp = this.#awaySince !== null && now - this.#awaySince >= this.#patienceMs;
      if (isGivenUp && now - this.#lookedAt < LOOK_EVERY_MS) return asItCame(message, 'catalog_away');
      this.#lookedAt = now;
      try {
        const prepared = await within(prepare(this.#parts, message, address));
        if (this.#awaySince !== null) this.#logger.info('the catalog answers again: messages are instrumented');
        this.#awaySince = null;
        return prepared;
      } catch (error) {
        if (!isAway(error)) {
          this.#logger.error({ err: error }, 'a message could not be instrumented, and is passed on as it came');
          return asItCame(message, 'failure');
        }
        if (this.#awaySince === null) {
          this.#logger.warn({ err: error }, 'the catalog is away: messages wait a moment, then pass as they came');
        }
        this.#awaySince ??= now;
        if (isGivenUp) return asItCame(message, 'catalog_away');
        await sleep(RETRY_MS, undefined, { signal: this.#signal });
      }
    }
  }
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerError('the catalog does not answer')), ANSWERS_WITHIN_MS);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

function isAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CATALOG_UNAVAILABLE';
}
