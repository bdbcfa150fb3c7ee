import type { PublicId } from '@readout/events';
import type { Shown } from './shown.ts';

/** Whoever opens a link makes us read figures: a link that many open at once is answered from one reading. */
const KEPT_MS = 20_000;
const MOST_KEPT = 100;

/** What links showed in the last seconds. Whether one still opens is asked before, each time. */
export class ShownLately {
  readonly #kept = new Map<PublicId, { readonly at: number; readonly shown: Promise<Shown> }>();

  constructor(private readonly clock: () => number) {}

  of(link: PublicId, read: () => Promise<Shown>): Promise<Shown> {
    const now = this.clock();
    const kept = this.#kept.get(link);
    if (kept !== undefined && now - kept.at < KEPT_MS) return kept.shown;
    const shown = read();
    this.#kept.delete(link);
    this.#kept.set(link, { at: now, shown });
    // Not kept where it failed; whoever waits for it is told.
    shown.catch(() => {
      if (this.#kept.get(link)?.shown === shown) this.#kept.delete(link);
    });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return shown;
  }
}
