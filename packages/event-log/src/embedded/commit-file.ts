import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

const WRITE_EVERY_MS = 1_000;

/** Remembers two positions across restarts; written now and then, and last of all on close. */
export class CommitFile {
  readonly #path: string;
  #value: number | null;
  #shown: number;
  #dirty = false;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, value: number | null, shown: number) {
    this.#path = path;
    this.#value = value;
    this.#shown = shown;
  }

  /** Missing or unreadable is no position: the reader then starts at the oldest record. */
  static async open(directory: string): Promise<CommitFile> {
    const path = join(directory, 'committed.json');
    const text = await readFile(path, 'utf8').catch(() => '');
    const [, next, shown = 0] = /^\{"next":(\d{1,16})(?:,"shown":(\d{1,16}))?\}$/.exec(text) ?? [];
    return new CommitFile(path, next === undefined ? null : Number(next), Number(shown));
  }

  /** Everything before it has been dealt with; null: nobody has said so. */
  get value(): number | null {
    return this.#value;
  }

  /** Something before it can be asked for somewhere already, whether or not it has been dealt with. */
  get shown(): number {
    return Math.max(this.#shown, this.#value ?? 0);
  }

  set(next: number): void {
    if (next === this.#value) return;
    this.#value = next;
    this.#changed();
  }

  show(next: number): void {
    if (next <= this.#shown) return;
    this.#shown = next;
    this.#changed();
  }

  #changed(): void {
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
      await replaceFile(this.#path, `{"next":${this.#value ?? 0},"shown":${this.shown}}`);
    } catch {
      // Only a hint: an older one means reading some records again, which harms nothing.
      this.#dirty = true;
    }
  }
}
