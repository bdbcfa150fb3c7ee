import type { Commit } from '@readout/event-log';
import { Counter, Histogram, type Registry } from 'prom-client';

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
/**
 * What was answered to somebody who asked what they are offered.
 * - `assigned`: an offer of the experiment that they take part in; `usual`: they are in none; `nothing` is offered
 * - `foreign`, `unknown`: a page that is not one of the publication's sites; no such issue
 */
export type OfferOutcome = 'assigned' | 'usual' | 'nothing' | 'foreign' | 'unknown';
const KINDS = ['opened', 'clicked', 'beacon'] as const;
export type MeasuredKind = (typeof KINDS)[number];

/** Of every so many answers one is timed: the shape of the distribution needs no more. */
const TIMED_OF = 8;

export class CollectorMetrics {
  readonly #hits = new Map<MeasuredKind, Map<Outcome, number>>(
    KINDS.map((kind) => [kind, new Map(OUTCOMES.map((outcome) => [outcome, 0]))]),
  );
  readonly #answerSeconds: Histogram;
  readonly #offers: Counter<'outcome'>;
  readonly #commitRecords: Histogram;
  readonly #commitSeconds: Histogram;
  #answers = 0;

  constructor(registry: Registry) {
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
    this.#offers = new Counter({
      name: 'readout_collector_offers_total',
      help: 'Questions what somebody is offered, by what was answered',
      labelNames: ['outcome'],
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

  countOffer(outcome: OfferOutcome): void {
    this.#offers.inc({ outcome });
  }

  /** @param waited milliseconds. */
  answered(waited: number): void {
    if (this.#answers++ % TIMED_OF === 0) this.#answerSeconds.observe(waited / 1000);
  }

  readonly committed = ({ records, took }: Commit): void => {
    this.#commitRecords.observe(records);
    this.#commitSeconds.observe(took / 1000);
  };
}
