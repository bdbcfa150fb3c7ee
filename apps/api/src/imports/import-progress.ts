import type { ImportView } from '@readout/api-contract';

type Progress = NonNullable<ImportView['progress']>;

/** Too early to say anything about the rest. */
const SHORTEST_MS = 1_000;
const UNITS: Readonly<Record<Progress['step'], Progress['unit']>> = {
  looking: 'bytes',
  issues: 'issues',
  readers: 'readers',
  events: 'events',
  counting: 'events',
};

/** How far a step has come, how fast it goes, and how long it still takes. */
export class ImportProgress {
  #step: Progress['step'] = 'looking';
  #done = 0;
  #total: number | null = null;
  #begunAt: number;

  constructor(now: number) {
    this.#begunAt = now;
  }

  /** @param now UTC, milliseconds. */
  tell(step: Progress['step'], done: number, total: number | null, now: number): void {
    if (step !== this.#step) this.#begunAt = now;
    this.#step = step;
    this.#done = done;
    this.#total = total;
  }

  view(now: number): Progress {
    const elapsed = now - this.#begunAt;
    const perSecond = this.#done > 0 && elapsed >= SHORTEST_MS ? (this.#done / elapsed) * 1_000 : null;
    const total = this.#total === null ? null : Math.max(this.#total, this.#done);
    return {
      step: this.#step,
      done: Math.round(this.#done),
      total,
      unit: UNITS[this.#step],
      perSecond: perSecond === null ? null : Math.round(perSecond),
      secondsLeft: perSecond === null || total === null ? null : Math.ceil((total - this.#done) / perSecond),
    };
  }
}
