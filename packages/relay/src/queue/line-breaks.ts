const CR = 13;
const LF = 10;
const CRLF = Buffer.from('\r\n');

/**
 * Makes every line break CRLF, as RFC 5321 §2.3.8 wants it: single ones are what messages are smuggled with, and would be
 * changed by the next server after a signature was made.
 */
export class LineBreaks {
  #lastWasCr = false;
  #endsLine = true;

  /** What of it can be said already; the same buffer where nothing is to be changed. */
  push(chunk: Buffer): Buffer {
    const pieces: Buffer[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      const previousIsCr = at === 0 ? this.#lastWasCr : chunk[at - 1] === CR;
      // A CR is held back until it is known what follows.
      if (byte === LF) {
        pieces.push(chunk.subarray(from, previousIsCr ? Math.max(from, at - 1) : at), CRLF);
        from = at + 1;
      } else if (previousIsCr) {
        pieces.push(chunk.subarray(from, Math.max(from, at - 1)), CRLF);
        from = at;
      }
    }
    this.#lastWasCr = chunk.length > 0 ? chunk.at(-1) === CR : this.#lastWasCr;
    pieces.push(chunk.subarray(from, this.#lastWasCr ? Math.max(from, chunk.length - 1) : chunk.length));
    const out = pieces.length === 1 ? (pieces[0] ?? chunk) : Buffer.concat(pieces);
    if (out.length > 0) this.#endsLine = out.at(-1) === LF;
    return out;
  }

  /** What is still to come: the last line's break, where it has none. */
  end(): Buffer {
    return this.#lastWasCr || !this.#endsLine ? CRLF : Buffer.alloc(0);
  }
}
