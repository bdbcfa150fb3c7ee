import type { EventLog, LogReader, OwnedPartition } from '../event-log.ts';

/**
 * A log on this machine, read by one reader: its partitions are owned at once, and lost only when the reading ends.
 * The log itself stays open.
 */
export function readEmbedded(log: EventLog): LogReader {
  const closing = new AbortController();

  const own = (partition: number, lost: AbortSignal): OwnedPartition => ({
    partition,
    lost,
    async *read({ maxRecords }) {
      const from = await log.committed(partition);
      yield* log.read({ partition, from, maxRecords, signal: lost });
    },
    commit: (next) => log.commit(partition, next),
    shown: (next) => log.shown(partition, next),
    committed: () => log.committed(partition),
    end: () => log.end(partition),
    // Nobody waits for it.
    release: () => undefined,
  });

  return {
    async *partitions(signal) {
      const lost = AbortSignal.any([signal, closing.signal]);
      for (const partition of log.partitions) {
        if (!lost.aborted) yield own(partition, lost);
      }
      if (!lost.aborted) await new Promise((resolve) => lost.addEventListener('abort', resolve));
    },
    async lag() {
      let behind = 0;
      for (const partition of log.partitions) {
        behind += Math.max(0, (await log.end(partition)) - (await log.committed(partition)));
      }
      return behind;
    },
    async close() {
      closing.abort();
    },
  };
}
