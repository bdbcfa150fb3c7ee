import type { JudgedFetch } from '@readout/warehouse';

type FetchVerdict = JudgedFetch['verdict'];

interface Change {
  readonly from: FetchVerdict;
  readonly to: FetchVerdict;
  readonly count: number;
}

/** How many verdicts came out differently, by the old one and the new one. */
export class Changes {
  readonly #counts = new Map<string, { readonly from: FetchVerdict; readonly to: FetchVerdict; count: number }>();

  add(from: FetchVerdict, to: FetchVerdict): void {
    const key = `${from} ${to}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { from, to, count: 1 });
    else known.count += 1;
  }

  get total(): number {
    return this.all().reduce((sum, { count }) => sum + count, 0);
  }

  /** Most first. */
  all(): Change[] {
    return [...this.#counts.values()].map((one) => ({ ...one })).sort((a, b) => b.count - a.count);
  }
}
