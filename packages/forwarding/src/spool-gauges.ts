import type { Spool } from '@readout/event-log';
import { Gauge, type Registry } from 'prom-client';

/** Adds what the spool says of itself. @param now UTC, milliseconds. */
export function watchSpool(spool: Spool, registry: Registry, now: () => number): void {
  const registers = [registry];
  // Several processes of one collector are added up, but for the age of the oldest.
  const gauge = (name: string, help: string, value: () => number, aggregator: 'sum' | 'max' = 'sum') =>
    new Gauge({
      name,
      help,
      registers,
      aggregator,
      collect() {
        this.set(value());
      },
    });
  gauge('readout_spool_bytes', 'Bytes of the event log on disk', () => spool.state().bytes);
  gauge('readout_spool_max_bytes', 'Bytes that may wait in the event log', () => spool.state().maxBytes);
  gauge('readout_spool_waiting_bytes', 'Bytes that wait to be passed on', () => spool.state().waitingBytes);
  // The fullest of several processes: their sum would hide it.
  const share = () => {
    const { waitingBytes, maxBytes } = spool.state();
    return waitingBytes / maxBytes;
  };
  gauge('readout_spool_full_ratio', 'Waiting bytes of what may wait, of the fullest process', share, 'max');
  gauge('readout_spool_waiting_records', 'Records that wait to be passed on', () => spool.state().waitingRecords);
  const age = () => {
    const since = spool.state().waitingSince;
    return since === null ? 0 : Math.max(0, (now() - since) / 1000);
  };
  gauge('readout_spool_oldest_waiting_seconds', 'Age of the oldest record that waits', age, 'max');
  gauge('readout_spool_refused_records', 'Records refused since the start because the log was full', () => {
    return spool.state().refused;
  });
  new Gauge({
    name: 'readout_spool_dropped_records',
    help: 'Records dropped, ever, because the log was full',
    labelNames: ['class'],
    registers,
    collect() {
      for (const [kind, count] of Object.entries(spool.state().dropped)) this.set({ class: kind }, count);
    },
  });
}
