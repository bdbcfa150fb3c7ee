/** The records from a position on were written at this moment or later. */
interface Sample {
  readonly position: number;
  /** UTC, milliseconds. */
  readonly time: number;
}

const EVERY_MS = 1_000;
const MOST_SAMPLES = 4_096;

/**
 * Remembers roughly when positions were written, in bounded memory: a sample a second, and every other one is
 * forgotten when there are too many, so that the age of the oldest is known to a share of itself.
 */
export class WaitingSince {
  #samples: Sample[] = [];

  /** The record at `position`, and those after it, are written now. */
  written(position: number, time: number): void {
    const last = this.#samples.at(-1);
    if (last !== undefined && Math.abs(time - last.time) < EVERY_MS) return;
    this.#samples.push({ position, time });
    if (this.#samples.length > MOST_SAMPLES) this.#samples = this.#samples.filter((_, at) => at % 2 === 0);
  }

  /** Everything before `position` has been dealt with; `none`: and so nothing waits. */
  dealtWith(position: number, none: boolean): void {
    const after = none ? this.#samples.length + 1 : this.#samples.findIndex((sample) => sample.position > position);
    // The newest sample at or before `position` stays: it says when what comes behind it began.
    const passed = (after === -1 ? this.#samples.length : after) - 1;
    if (passed > 0) this.#samples.splice(0, passed);
  }

  /** When the oldest record that waits was written; only asked where one waits. */
  get oldest(): number | null {
    return this.#samples[0]?.time ?? null;
  }
}
