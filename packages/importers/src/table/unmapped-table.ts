import type { Found, ImportedEvents, ImportedPerson, ImportedPost, ImportSource } from '../source.ts';
import { readColumns } from './columns.ts';

const NOTHING: Omit<Found, 'columns'> = {
  name: null,
  posts: 0,
  people: 0,
  events: {},
  from: null,
  to: null,
  oddities: [],
};

/** A table of which nobody has said yet which column is what: how it looks is all that there is to find. */
export class UnmappedTable implements ImportSource {
  readonly #path: string;
  readonly #name: string;

  /** @param name What its file is called where it comes from. */
  constructor(path: string, name: string) {
    this.#path = path;
    this.#name = name;
  }

  async look(signal: AbortSignal): Promise<Found> {
    return { ...NOTHING, columns: await readColumns(this.#path, signal, this.#name) };
  }

  async *posts(): AsyncIterable<ImportedPost> {}

  async *people(): AsyncIterable<readonly ImportedPerson[]> {}

  async *events(): AsyncIterable<ImportedEvents> {}

  async close(): Promise<void> {}
}
