import { Counter, type Registry } from 'prom-client';

/** What became of a hit. `unrecorded`: answered without an event, as redirects are when the log cannot be written. */
export type Outcome = 'recorded' | 'unrecorded' | 'refused' | 'unknown' | 'malformed';

export class CollectorMetrics {
  readonly #hits: Counter<'kind' | 'outcome'>;

  constructor(registry: Registry) {
    this.#hits = new Counter({
      name: 'readout_collector_hits_total',
      help: 'Requests to pixel and redirector by what became of them',
      labelNames: ['kind', 'outcome'],
      registers: [registry],
    });
  }

  count(kind: 'opened' | 'clicked', outcome: Outcome): void {
    this.#hits.inc({ kind, outcome });
  }
}
