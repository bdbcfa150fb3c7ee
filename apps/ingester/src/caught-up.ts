import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '@readout/event-log';
import type { Ingester } from './ingester.ts';

const LOOK_AGAIN_MS = 20;

/**
 * Resolves when everything that a log on this machine holds at this moment can be asked for, or `signal` aborts. What
 * was committed before counts as well: perhaps nothing is left to read.
 */
export async function caughtUp(log: EventLog, ingester: Pick<Ingester, 'shownTo'>, signal: AbortSignal): Promise<void> {
  for (const partition of log.partitions) {
    const end = await log.end(partition);
    const isShown = async () => (ingester.shownTo(partition) ?? 0) >= end || (await log.committed(partition)) >= end;
    while (!signal.aborted && !(await isShown())) {
      await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
