import type { Publication } from '@readout/catalog';

/** Too early to say anything about the rest. */
const SHORTEST_MS = 1_000;

/** How far a load has come. */
export class LoadProgress {
  publication: Publication | null = null;
  /** Events in the log. */
  done = 0;
  #total = 0;
  #begunAt: number;

  constructor(now: number) {
    this.#begunAt = now;
  }

  /** The events begin to flow, `total` of them. */
  begin(total: number, now: number): void {
    this.#total = total;
    this.#begunAt = now;
  }

  /** Times in UTC milliseconds. */
  view(now: number): { publication: string | null; done: number; total: number; secondsLeft: number | null } {
    const elapsed = now - this.#begunAt;
    const left = Math.max(0, this.#total - this.done);
    const known = this.done > 0 && elapsed >= SHORTEST_MS;
    return {
      publication: this.publication?.publicId ?? null,
      done: this.done,
      total: Math.max(this.#total, this.done),
      secondsLeft: known ? Math.round((elapsed / this.done) * left) / 1000 : null,
    };
  }
}
