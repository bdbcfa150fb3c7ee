/** Rates are of the last so many milliseconds: a slow beginning is soon forgotten. */
const WINDOW_MS = 10_000;
/** Too early to say anything about the rest. */
const SHORTEST_MS = 1_000;
/** Milliseconds between what is kept: a fast connection tells a hundred times a second. */
const STEP_MS = 200;

export interface Pace {
  /** Bytes a second; null: it is too early to say. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

/** How fast an upload goes, of what it told lately. */
export class UploadPace {
  #told: { readonly at: number; readonly sent: number }[];

  /** @param at milliseconds of any clock that only goes on */
  constructor(at: number) {
    this.#told = [{ at, sent: 0 }];
  }

  tell(sent: number, at: number): void {
    const last = this.#told.at(-1);
    const before = this.#told.at(-2);
    if (last !== undefined && before !== undefined && last.at - before.at < STEP_MS) this.#told.pop();
    this.#told.push({ at, sent });
    while ((this.#told[1]?.at ?? at) < at - WINDOW_MS) this.#told.shift();
  }

  /** @param total bytes in all */
  pace(total: number): Pace {
    const first = this.#told[0];
    const last = this.#told.at(-1);
    if (first === undefined || last === undefined || last.at - first.at < SHORTEST_MS || last.sent <= first.sent) {
      return { perSecond: null, secondsLeft: null };
    }
    const perSecond = ((last.sent - first.sent) / (last.at - first.at)) * 1_000;
    return { perSecond, secondsLeft: Math.max(0, total - last.sent) / perSecond };
  }
}
