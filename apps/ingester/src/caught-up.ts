import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '@readout/event-log';

const LOOK_AGAIN_MS = 20;

/** Resolves when everything that a log on this machine holds at this moment has been dealt with, or `signal` aborts. */
export async function caughtUp(log: EventLog, signal: AbortSignal): Promise<void> {
  for (const partition of log.partitions) {
    const end = await log.end(partition);
    while (!signal.aborted && (await log.committed(partition)) < end) {
      await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
