import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

const WRITE_EVERY_MS = 1_000;

/** Remembers a position across restarts; written now and then, and last of all on close. */
export class CommitFile {
  readonly #path: string;
  #value: number | null;
  #dirty = false;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, value: number | null) {
    this.#path = path;
    this.#value = value;
  }

  /** Missing or unreadable is no position: the reader then starts at the oldest record. */
  static async open(directory: string): Promise<CommitFile> {
    const path = join(directory, 'committed.json');
    const text = await readFile(path, 'utf8').catch(() => '');
    const number = /^\{"next":(\d{1,16})\}$/.exec(text)?.[1];
    return new CommitFile(path, number === undefined ? null : Number(number));
  }

  get value(): number | null {
    return this.#value;
  }

  set(next: number): void {
    if (next === this.#value) return;
    this.#value = next;
    this.#dirty = true;
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_EVERY_MS).unref();
  }

  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (!this.#dirty) return;
    this.#dirty = false;
    try {
      await replaceFile(this.#path, `{"next":${this.#value}}`);
    } catch {
      // Only a hint: an older one means reading some records again, which harms nothing.
      this.#dirty = true;
    }
  }
}
