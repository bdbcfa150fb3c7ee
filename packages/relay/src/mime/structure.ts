import { type Field, fieldValue, type Parametrised, readParametrised } from './field.ts';
import { Lines } from './lines.ts';

/** A part of a message, or the whole of it; offsets are bytes of the message. */
export interface Part {
  readonly parent: Part | null;
  readonly fields: readonly Field[];
  readonly contentType: Parametrised;
  /** Where its body begins, after the empty line. */
  readonly bodyAt: number;
  /** Exclusive; the line break before a boundary belongs to the boundary. */
  readonly bodyEnd: number;
}

/** A message, taken apart as far as it matters here. */
export interface Structure {
  readonly root: Part;
  /** All that are not made of parts, in their order. */
  readonly leaves: readonly Part[];
  /** Every part's type, those that are made of parts as well. */
  readonly types: ReadonlySet<string>;
}

/** A message that programs may read in different ways: nothing in it may be changed. */
export class UnreadableMessageError extends Error {
  readonly code = 'UNREADABLE_MESSAGE';
  /** Of the message's header, as far as that was read. */
  fields: readonly Field[] = [];
}

const MOST_PARTS = 500;
const DEEPEST = 20;
const MOST_HEADER_BYTES = 262_144;
const DASH = 45;
const LINE_BREAK = 2;
const PLAIN_TEXT: Parametrised = { value: 'text/plain', parameters: new Map(), isAmbiguous: false };
const INNER_MESSAGE: Parametrised = { value: 'message/rfc822', parameters: new Map(), isAmbiguous: false };
const BARE_ENCODINGS = new Set(['7bit', '8bit', 'binary']);

interface OpenPart extends Part {
  fields: Field[];
  contentType: Parametrised;
  bodyAt: number;
  bodyEnd: number;
}

/**
 * Finds where the parts of a message stand, without holding it: RFC 5322 and 2046, read strictly. Messages within
 * (`message/rfc822`) are not looked into. Line breaks are CRLF.
 * @throws {UnreadableMessageError} where what stands there is not clear.
 */
export async function readStructure(chunks: AsyncIterable<Buffer>): Promise<Structure> {
  const reading = new Reading();
  const lines = new Lines((start, end, bytes) => reading.take(start, end, bytes));
  try {
    for await (const chunk of chunks) lines.push(chunk);
    lines.end();
    return reading.finish();
  } catch (error) {
    if (error instanceof UnreadableMessageError) error.fields = reading.fields;
    throw error;
  }
}

class Reading {
  readonly #root = newPart(null);
  readonly #parts: OpenPart[] = [this.#root];
  readonly #leaves: OpenPart[] = [];
  /** Multiparts that are not closed yet, the outermost first, each with the line that separates its parts. */
  readonly #open: { readonly part: OpenPart; readonly delimiter: string }[] = [];
  /** Whose header or body is being read; null: between parts. */
  #part: OpenPart | null = this.#root;
  #inHeader = true;
  #headerBytes = 0;
  #end = 0;

  take(start: number, end: number, bytes: Buffer): void {
    this.#end = end;
    if (this.#inHeader) this.#header(start, end, bytes);
    else if (bytes[0] === DASH && bytes[1] === DASH && this.#open.length > 0) this.#perhapsBoundary(start, bytes);
  }

  get fields(): readonly Field[] {
    return this.#root.fields;
  }

  finish(): Structure {
    if (this.#open.length > 0) throw new UnreadableMessageError('a part is not closed by its boundary');
    if (this.#inHeader) this.#headerEnds(this.#end);
    this.#root.bodyEnd = this.#end;
    return {
      root: this.#root,
      leaves: this.#leaves,
      types: new Set(this.#parts.map(({ contentType }) => contentType.value)),
    };
  }

  #header(start: number, end: number, bytes: Buffer): void {
    const line = bytes.toString('latin1').replace(/\r?\n$/, '');
    if (line === '') {
      this.#headerEnds(end);
      return;
    }
    this.#headerBytes += end - start;
    if (this.#headerBytes > MOST_HEADER_BYTES) throw new UnreadableMessageError('its headers are too long');
    const fields = this.#current().fields;
    if (line.startsWith('--') && this.#open.some(({ delimiter }) => line.trimEnd().startsWith(delimiter))) {
      throw new UnreadableMessageError('a boundary stands in the header of a part');
    }
    if (/^[ \t]/.test(line)) {
      const last = fields.at(-1);
      if (last === undefined) throw new UnreadableMessageError('a header begins with a continued line');
      fields[fields.length - 1] = { ...last, value: `${last.value} ${line.trim()}`.trim(), end };
      return;
    }
    const [whole, name, value = ''] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (whole === undefined || name === undefined) throw new UnreadableMessageError('a line of a header has no name');
    fields.push({ name: name.toLowerCase(), value: value.trim(), start, end });
  }

  #headerEnds(at: number): void {
    const part = this.#current();
    this.#inHeader = false;
    part.bodyAt = at;
    part.bodyEnd = at;
    part.contentType = contentTypeOf(part);
    if (!part.contentType.value.startsWith('multipart/')) {
      this.#leaves.push(part);
      return;
    }
    const boundary = part.contentType.parameters.get('boundary')?.trimEnd();
    if (boundary === undefined || boundary === '') throw new UnreadableMessageError('a multipart has no boundary');
    const encoding = fieldValue(part.fields, 'content-transfer-encoding')?.toLowerCase() ?? '7bit';
    if (!BARE_ENCODINGS.has(encoding)) throw new UnreadableMessageError('a multipart is encoded as a whole');
    const delimiter = `--${boundary}`;
    if (this.#open.some((one) => one.delimiter === delimiter || one.delimiter === `${delimiter}--`)) {
      throw new UnreadableMessageError('a part has the boundary of one around it');
    }
    if (this.#open.length >= DEEPEST) throw new UnreadableMessageError('parts are nested too deep');
    this.#open.push({ part, delimiter });
    this.#part = null;
  }

  #perhapsBoundary(start: number, bytes: Buffer): void {
    const line = bytes.toString('latin1').trimEnd();
    const level = this.#open.findIndex(({ delimiter }) => line === delimiter || line === `${delimiter}--`);
    const multipart = this.#open[level];
    if (multipart === undefined) return;
    if (level < this.#open.length - 1) throw new UnreadableMessageError('a part is not closed by its boundary');
    const bodyEnd = (part: Part) => Math.max(part.bodyAt, start - LINE_BREAK);
    if (this.#part !== null) this.#part.bodyEnd = bodyEnd(this.#part);
    if (line !== multipart.delimiter) {
      this.#open.pop();
      multipart.part.bodyEnd = start + bytes.length;
      this.#part = null;
      return;
    }
    if (this.#parts.length >= MOST_PARTS) throw new UnreadableMessageError('it has too many parts');
    this.#part = newPart(multipart.part);
    this.#parts.push(this.#part);
    this.#inHeader = true;
    this.#headerBytes = 0;
  }

  #current(): OpenPart {
    if (this.#part === null) throw new Error('a header is read, of no part');
    return this.#part;
  }
}

function newPart(parent: Part | null): OpenPart {
  return { parent, fields: [], contentType: PLAIN_TEXT, bodyAt: 0, bodyEnd: 0 };
}

function contentTypeOf({ fields, parent }: Part): Parametrised {
  for (const name of ['content-type', 'content-transfer-encoding']) {
    if (fields.filter((field) => field.name === name).length > 1) {
      throw new UnreadableMessageError(`a part has ${name} twice`);
    }
  }
  const given = fieldValue(fields, 'content-type');
  if (given === null) return parent?.contentType.value === 'multipart/digest' ? INNER_MESSAGE : PLAIN_TEXT;
  const type = readParametrised(given);
  if (type === null || !/^[\w.+-]+\/[\w.+-]+$/.test(type.value) || type.isAmbiguous) {
    throw new UnreadableMessageError('a content type cannot be read');
  }
  return type;
}
