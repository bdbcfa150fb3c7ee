import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

const RETRY_MS = [250, 500, 1_000, 2_000, 5_000] as const;

/** Something in another process, such as a database. */
interface Opened {
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The same, perhaps not there yet. */
export interface Behind<T> {
  /** Rejects when the process is to end before, or with an error that no waiting mends. */
  readonly opened: Promise<T>;
  /** Rejects where it does not answer, and where it is not open yet. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface Patience {
  /** The code of the error that says that it is away: everything else is told to whoever waits for it. */
  readonly awayCode: string;
  readonly logger: Logger;
  /** Ends the trying. */
  readonly signal: AbortSignal;
}

/** Opens something that may be away, trying until it is there. That it is away is logged once. */
export function openPatiently<T extends Opened>(
  name: string,
  open: () => Promise<T>,
  { awayCode, logger, signal }: Patience,
): Behind<T> {
  let thing: T | null = null;
  const tryOn = async (): Promise<T> => {
    for (let attempt = 0; ; attempt++) {
      signal.throwIfAborted();
      try {
        thing = await open();
        if (attempt > 0) logger.info(`${name} is there`);
        return thing;
      } catch (error) {
        if (!isAway(error, awayCode)) throw error;
        if (attempt === 0) logger.warn({ err: error }, `${name} is away: it is waited for`);
        const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 5_000;
        await sleep(wait, undefined, { signal });
      }
    }
  };
  // An attempt that is under way would hold up the end of the process for as long as its own patience lasts.
  const opened = Promise.race([tryOn(), untilAborted(signal)]);
  // Whoever needs it waits for it; nobody may be waiting yet.
  opened.catch(() => undefined);
  return {
    opened,
    async ping() {
      if (thing === null) throw new Error(`${name} is not open yet`);
      await thing.ping();
    },
    async close() {
      await thing?.close();
    },
  };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function isAway(error: unknown, awayCode: string): boolean {
  return error instanceof Error && 'code' in error && error.code === awayCode;
}
