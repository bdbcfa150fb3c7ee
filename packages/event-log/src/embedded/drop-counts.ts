import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DROPPABLE, type Droppable } from '../event-log.ts';
import { replaceFile } from './replace-file.ts';

type Counts = Record<Droppable, number>;

/** How many records of each class were ever dropped, kept beside the log. */
export class DropCounts {
  readonly #path: string;
  readonly #counts: Counts;

  private constructor(path: string, counts: Counts) {
    this.#path = path;
    this.#counts = counts;
  }

  static async open(directory: string): Promise<DropCounts> {
    const path = join(directory, 'dropped.json');
    const text = await readFile(path, 'utf8').catch(() => '');
    const numbers = /^\[(\d{1,15}),(\d{1,15}),(\d{1,15})\]$/.exec(text)?.slice(1).map(Number) ?? [];
    const [opened = 0, clicked = 0, other = 0] = numbers;
    return new DropCounts(path, { opened, clicked, other });
  }

  get counts(): Readonly<Counts> {
    return { ...this.#counts };
  }

  async add(kind: Droppable, records: number): Promise<void> {
    this.#counts[kind] += records;
    await replaceFile(this.#path, JSON.stringify(DROPPABLE.map((one) => this.#counts[one])));
  }
}
