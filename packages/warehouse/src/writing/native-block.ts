import { endianness } from 'node:os';

/**
 * Columns as ClickHouse's Native format has them: a block of named columns one after the other, each as it lies in
 * memory, so that the engine has next to nothing to parse (0.03 µs a row instead of 0.8 as TabSeparated).
 * Little-endian, as every machine that ClickHouse runs on. The format: https://clickhouse.com/docs/interfaces/formats/Native
 */
export interface NativeColumn {
  readonly name: string;
  /** As the table has it. */
  readonly type: string;
  readonly bytes: readonly Uint8Array[];
}

export function nativeBlock(columns: readonly NativeColumn[], rows: number): Buffer {
  if (endianness() !== 'LE') throw new Error('ClickHouse and Readout run on little-endian machines only');
  const parts: Uint8Array[] = [varint(columns.length), varint(rows)];
  for (const { name, type, bytes } of columns) parts.push(string(name), string(type), ...bytes);
  return Buffer.concat(parts);
}

/** Whole numbers below 2^53 as 64 bits. */
export class Wide {
  readonly #words: Uint32Array;

  constructor(rows: number) {
    this.#words = new Uint32Array(rows * 2);
  }

  set(row: number, value: number): void {
    this.#words[row * 2] = value;
    this.#words[row * 2 + 1] = value / 0x1_0000_0000;
  }

  get bytes(): readonly Uint8Array[] {
    return [bytesOf(this.#words)];
  }
}

/** `LowCardinality(String)`: each text once, and for each row which one it is. */
export class Texts {
  readonly #numbers = new Map<string, number>([['', 0]]);
  readonly #rows: Uint32Array;

  constructor(rows: number) {
    this.#rows = new Uint32Array(rows);
  }

  set(row: number, text: string): void {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    this.#rows[row] = number;
  }

  /** In ClickHouse's words: the version of the serialization, 32 bit indexes with their own keys, the keys, the indexes. */
  get bytes(): readonly Uint8Array[] {
    const head = [1n, 0x602n, BigInt(this.#numbers.size)];
    const keys = [...this.#numbers.keys()].map(string);
    const rows = new BigUint64Array([BigInt(this.#rows.length)]);
    return [bytesOf(new BigUint64Array(head)), ...keys, bytesOf(rows), bytesOf(this.#rows)];
  }
}

export function bytesOf(array: NodeJS.TypedArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function string(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([varint(bytes.length), bytes]);
}

/** LEB128. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}
