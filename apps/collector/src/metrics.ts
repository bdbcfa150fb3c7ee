import type { Commit, Spool } from '@readout/event-log';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/**
 * What became of a hit.
 * - `recorded`: on disk before the answer
 * - `unrecorded`: a redirect that was answered though its event could not be written; `late`: before it was
 * - `refused`: answered 503; `limited`: over a rate limit, a pixel answered 429 and a redirect answered unrecorded
 * - `untracked`: answered and, as the publication or the reader wishes, not recorded
 * - `foreign`: a beacon from a page that is not one of the publication's sites
 * - `unknown`: no such link; `malformed`: nothing to count it for
 */
const OUTCOMES = [
  'recorded',
  'unrecorded',
  'late',
  'refused',
  'limited',
  'untracked',
  'foreign',
  'unknown',
  'malformed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
const KINDS = ['opened', 'clicked', 'beacon'] as const;
export type MeasuredKind = (typeof KINDS)[number];

/** Of every so many answers one is timed: the shape of the distribution needs no more. */
const TIMED_OF = 8;

export class CollectorMetrics {
  readonly #hits = new Map<MeasuredKind, Map<Outcome, number>>(
    KINDS.map((kind) => [kind, new Map(OUTCOMES.map((outcome) => [outcome, 0]))]),
  );
  readonly #answerSeconds: Histogram;
  readonly #commitRecords: Histogram;
  readonly #commitSeconds: Histogram;
  readonly #registry: Registry;
  #answers = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
    const registers = [registry];
    const hits = this.#hits;
    const told = new Map<string, number>();
    new Counter({
      name: 'readout_collector_hits_total',
      help: 'Requests to pixel, redirector and beacon by what became of them',
      labelNames: ['kind', 'outcome'],
      registers,
      // Counted in plain numbers and handed over when asked: looking labels up would cost more than all else here.
      collect() {
        for (const [kind, outcomes] of hits) {
          for (const [outcome, count] of outcomes) {
            const key = `${kind} ${outcome}`;
            this.inc({ kind, outcome }, count - (told.get(key) ?? 0));
            told.set(key, count);
          }
        }
      },
    });
    this.#answerSeconds = new Histogram({
      name: 'readout_collector_answer_seconds',
      help: `Time from a hit's arrival to its answer, of one in ${TIMED_OF}`,
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10],
      registers,
    });
    this.#commitRecords = new Histogram({
      name: 'readout_log_commit_records',
      help: 'Records that became durable with one write',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 1_024, 4_096],
      registers,
    });
    this.#commitSeconds = new Histogram({
      name: 'readout_log_commit_seconds',
      help: 'Time that one write took to be on disk',
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 10],
      registers,
    });
  }

  count(kind: MeasuredKind, outcome: Outcome): void {
    const outcomes = this.#hits.get(kind);
    outcomes?.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }

  /** @param waited milliseconds. */
  answered(waited: number): void {
    if (this.#answers++ % TIMED_OF === 0) this.#answerSeconds.observe(waited / 1000);
  }

  readonly committed = ({ records, took }: Commit): void => {
    this.#commitRecords.observe(records);
    this.#commitSeconds.observe(took / 1000);
  };

  /** Adds what the spool says of itself. @param now UTC, milliseconds. */
  watch(spool: Spool, now: () => number): void {
    const registers = [this.#registry];
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
}
