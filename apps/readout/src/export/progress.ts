const SHOW_EVERY_MS = 250;
const MB = 1_000_000;

/** Rows and bytes so far, how fast they come and how long the rest takes; on a terminal only: a log has no use for it. */
export class Progress {
  readonly #begun = performance.now();
  #shown = 0;
  #rows = 0;
  #bytes = 0;

  /** @param total Rows that are expected; null: nobody knows. */
  constructor(private readonly total: number | null) {}

  /** @param rows Whole rows that are known to be in these bytes; 0 where a format does not show them as they come. */
  add(bytes: number, rows: number): void {
    this.#bytes += bytes;
    this.#rows += rows;
    if (!process.stderr.isTTY || performance.now() - this.#shown < SHOW_EVERY_MS) return;
    this.#shown = performance.now();
    process.stderr.write(`\r\x1b[K${this.#line()}`);
  }

  /** What came of a part that has to be fetched once more. */
  takeBack(bytes: number, rows: number): void {
    this.#bytes -= bytes;
    this.#rows -= rows;
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }

  #line(): string {
    const seconds = (performance.now() - this.#begun) / 1_000;
    const parts = [
      ...(this.#rows === 0 ? [] : [`${this.#rows.toLocaleString('en')}${this.#of()} rows`]),
      `${(this.#bytes / MB).toFixed(1)} MB`,
      `${(this.#bytes / MB / Math.max(seconds, 0.1)).toFixed(1)} MB/s`,
    ];
    const share = this.total === null || this.total === 0 ? 0 : this.#rows / this.total;
    if (share > 0.02) parts.push(`about ${Math.max(1, Math.ceil(seconds / share - seconds))} s left`);
    return parts.join(', ');
  }

  #of(): string {
    return this.total === null ? '' : ` of ${this.total.toLocaleString('en')}`;
  }
}
