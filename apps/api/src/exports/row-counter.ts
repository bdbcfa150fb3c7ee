import type { ExportFileFormat } from '@readout/api-contract';
import { parquetMetadata } from 'hyparquet';

/** Counts the rows of a file as it goes by, from the file itself: so a count and a file that do not agree cannot be. */
export interface RowCounter {
  add(chunk: Uint8Array): void;
  /** @throws Error where the file is not whole. */
  rows(): number;
}

type Counted = Exclude<ExportFileFormat, 'xlsx'>;

export function rowCounter(format: Counted): RowCounter {
  switch (format) {
    case 'csv':
      return new CsvCounter();
    case 'ndjson':
      return new LineCounter();
    case 'parquet':
      return new ParquetCounter();
    case 'arrow':
      return new ArrowCounter();
  }
}

const NEWLINE = 0x0a;
const QUOTE = 0x22;

/** Line ends outside of quotes, and one less for the names of the columns. A quote within quotes is two. */
class CsvCounter implements RowCounter {
  #ends = 0;
  #isQuoted = false;

  add(chunk: Uint8Array): void {
    let isQuoted = this.#isQuoted;
    let ends = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === NEWLINE && !isQuoted) ends++;
    }
    this.#isQuoted = isQuoted;
    this.#ends += ends;
  }

  rows(): number {
    if (this.#isQuoted || this.#ends === 0) throw new Error('The CSV ends in the middle of a line.');
    return this.#ends - 1;
  }
}

/** JSON has no line end within a value. */
class LineCounter implements RowCounter {
  #rows = 0;
  #last = NEWLINE;

  add(chunk: Uint8Array): void {
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) this.#rows++;
    this.#last = chunk.at(-1) ?? this.#last;
  }

  rows(): number {
    if (this.#last !== NEWLINE) throw new Error('The JSON ends in the middle of a line.');
    return this.#rows;
  }
}

/** Bytes; of fifty million rows and twenty columns it is two megabytes. */
const LONGEST_FOOTER = 8 * 1024 * 1024;
/** How long it is, and the mark at the end. */
const AFTER_FOOTER = 8;

/** Parquet says at its end how many rows it has: https://parquet.apache.org/docs/file-format/ */
class ParquetCounter implements RowCounter {
  #tail: Uint8Array[] = [];
  #kept = 0;

  add(chunk: Uint8Array): void {
    this.#tail.push(chunk);
    this.#kept += chunk.length;
    if (this.#kept <= 2 * LONGEST_FOOTER) return;
    this.#tail = [Buffer.concat(this.#tail).subarray(-LONGEST_FOOTER)];
    this.#kept = LONGEST_FOOTER;
  }

  rows(): number {
    const tail = Buffer.concat(this.#tail);
    const length =
      tail.length < AFTER_FOOTER ? Number.POSITIVE_INFINITY : tail.readUInt32LE(tail.length - AFTER_FOOTER);
    if (length + AFTER_FOOTER > tail.length) throw new Error('The Parquet file has no end.');
    const footer = Uint8Array.from(tail.subarray(tail.length - length - AFTER_FOOTER));
    return Number(parquetMetadata(footer.buffer).num_rows);
  }
}

const CONTINUED = 0xffff_ffff;
const RECORD_BATCH = 3;

/**
 * Messages of an Arrow stream, each its length, a description as a flatbuffer, and a body; one of no length is the end:
 * https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc
 */
class ArrowCounter implements RowCounter {
  #rows = 0;
  #held = Buffer.alloc(0);
  /** Of a body: what is still to come. */
  #skip = 0;
  #isEnded = false;

  add(chunk: Uint8Array): void {
    const skipped = Math.min(this.#skip, chunk.length);
    this.#skip -= skipped;
    const rest = chunk.subarray(skipped);
    if (rest.length === 0) return;
    this.#held = this.#held.length === 0 ? Buffer.from(rest) : Buffer.concat([this.#held, rest]);
    while (this.#held.length >= 8) {
      if (this.#held.readUInt32LE(0) !== CONTINUED) throw new Error('That is no Arrow stream.');
      const length = this.#held.readInt32LE(4);
      if (length === 0) {
        this.#isEnded = true;
        return;
      }
      if (this.#held.length < 8 + length) return;
      const { type, rows, body } = described(this.#held.subarray(8, 8 + length));
      if (type === RECORD_BATCH) this.#rows += rows;
      const here = Math.min(this.#held.length - 8 - length, body);
      this.#skip = body - here;
      this.#held = this.#held.subarray(8 + length + here);
    }
  }

  rows(): number {
    if (!this.#isEnded || this.#skip > 0) throw new Error('The Arrow stream has no end.');
    return this.#rows;
  }
}

/** A message: its type is field 1, its header 2 and the length of its body 3; of a record batch the rows are field 0. */
function described(message: Buffer): { readonly type: number; readonly rows: number; readonly body: number } {
  const root = message.readUInt32LE(0);
  const place = (table: number, field: number) => {
    const vtable = table - message.readInt32LE(table);
    const at = 4 + 2 * field;
    const offset = at < message.readUInt16LE(vtable) ? message.readUInt16LE(vtable + at) : 0;
    return offset === 0 ? null : table + offset;
  };
  const [type, header, body] = [place(root, 1), place(root, 2), place(root, 3)];
  const batch = header === null ? null : header + message.readUInt32LE(header);
  const length = batch === null ? null : place(batch, 0);
  const isBatch = type !== null && message.readUInt8(type) === RECORD_BATCH;
  return {
    type: type === null ? 0 : message.readUInt8(type),
    rows: isBatch && length !== null ? Number(message.readBigInt64LE(length)) : 0,
    body: body === null ? 0 : Number(message.readBigInt64LE(body)),
  };
}
