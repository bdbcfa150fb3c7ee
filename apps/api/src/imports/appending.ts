import type { Home } from './worker-messages.ts';

/** Records handed over at once. */
const RECORDS = 4_000;
/** While these are on their way to the disk, the next are made: the other thread may have something else to do for a moment. */
const MOST_UNDER_WAY = 6;

/** Hands lines over in large pieces, without waiting for each. */
export class Appending {
  readonly #home: Pick<Home, 'append'>;
  readonly #underWay: Promise<void>[] = [];
  #lines: string[] = [];

  constructor(home: Pick<Home, 'append'>) {
    this.#home = home;
  }

  async add(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      this.#lines.push(line);
      if (this.#lines.length >= RECORDS) await this.#flush();
    }
  }

  /** Resolves when all of it is on disk. */
  async end(): Promise<void> {
    if (this.#lines.length > 0) await this.#flush();
    await Promise.all(this.#underWay);
  }

  async #flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    if (this.#underWay.length >= MOST_UNDER_WAY) await this.#underWay.shift();
    this.#underWay.push(this.#home.append(lines.join('\n'), lines.length));
  }
}
