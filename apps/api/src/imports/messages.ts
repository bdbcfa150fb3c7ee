import type { ImportedEvent, ImportedEvents, ImportedKind } from '@readout/importers';

/** What a source tells of one issue, or of none. */
export interface Group {
  readonly post: string | null;
  readonly parts: readonly { readonly kind: ImportedKind; readonly rows: readonly ImportedEvent[] }[];
  readonly size: number;
}

/** Of an issue with more, some are looked at after the others. */
const MOST_ROWS = 1_000_000;

/**
 * Chunks that follow one another and are of one post, together: whose message is opened twice is judged by both, and what
 * is there twice is found.
 */
export class Messages implements AsyncIterable<Group> {
  readonly #events: AsyncIterable<ImportedEvents>;

  constructor(events: AsyncIterable<ImportedEvents>) {
    this.#events = events;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Group> {
    let parts: { kind: ImportedKind; rows: readonly ImportedEvent[] }[] = [];
    let size = 0;
    let post: string | null = null;
    for await (const { post: of, kind, rows } of this.#events) {
      if (size > 0 && (of !== post || size >= MOST_ROWS)) {
        yield { post, parts, size };
        parts = [];
        size = 0;
      }
      post = of;
      parts.push({ kind, rows });
      size += rows.length;
    }
    if (size > 0) yield { post, parts, size };
  }
}
