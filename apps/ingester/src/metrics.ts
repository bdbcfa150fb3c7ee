import { FETCH_VERDICTS } from '@readout/events';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export class IngesterMetrics {
  readonly events: Counter<'outcome'>;
  readonly lag: Gauge;
  readonly batchRecords: Histogram;
  readonly waiting: Gauge;
  readonly revised: Counter<'from' | 'to'>;
  readonly retries: Counter<'code'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.events = new Counter({
      name: 'readout_ingester_records_total',
      help: 'Records of the log by what became of them',
      labelNames: ['outcome'],
      registers,
    });
    this.lag = new Gauge({
      name: 'readout_ingester_lag_records',
      help: 'Records in the log that are not in the warehouse yet',
      registers,
    });
    this.batchRecords = new Histogram({
      name: 'readout_ingester_batch_records',
      help: 'Records written at once',
      buckets: [1, 10, 100, 1_000, 5_000, 10_000, 20_000],
      registers,
    });
    this.waiting = new Gauge({
      name: 'readout_ingester_waiting_events',
      help: 'Events that can be asked for, but whose verdict is not settled yet',
      registers,
    });
    this.revised = new Counter({
      name: 'readout_ingester_revised_total',
      help: 'Opens and clicks that were settled with another verdict than the first one',
      labelNames: ['from', 'to'],
      registers,
    });
    // All there can be, so that what has not happened is seen to be none.
    for (const from of FETCH_VERDICTS)
      for (const to of FETCH_VERDICTS) if (from !== to) this.revised.inc({ from, to }, 0);
    this.retries = new Counter({
      name: 'readout_ingester_retries_total',
      help: 'Batches tried again because something behind the ingester did not answer',
      labelNames: ['code'],
      registers,
    });
  }
}
