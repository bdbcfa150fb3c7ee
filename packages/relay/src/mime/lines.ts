const LF = 10;

/** What of a line is given out: no boundary is longer (RFC 2046 §5.1.1), and no header's line that makes sense. */
const MOST_BYTES = 16_384;

/** A line: its place in the message, end exclusive and with its line break, and as much of it as matters. */
export type TakeLine = (start: number, end: number, bytes: Buffer) => void;

/** Cuts what comes piece by piece into lines. Holds one line's beginning at most, however long the line is. */
export class Lines {
  readonly #take: TakeLine;
  #at = 0;
  #start = 0;
  #held: Buffer = Buffer.alloc(0);

  constructor(take: TakeLine) {
    this.#take = take;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let lf = chunk.indexOf(LF); lf !== -1; lf = chunk.indexOf(LF, from)) {
      const piece = chunk.subarray(from, Math.min(lf + 1, from + MOST_BYTES));
      const end = this.#at + lf + 1;
      this.#take(this.#start, end, this.#held.length === 0 ? piece : this.#with(piece));
      this.#held = Buffer.alloc(0);
      this.#start = end;
      from = lf + 1;
    }
    // A copy: the chunk is its owner's again.
    if (from < chunk.length) this.#held = Buffer.from(this.#with(chunk.subarray(from, from + MOST_BYTES)));
    this.#at += chunk.length;
  }

  /** A last line may have no line break. */
  end(): void {
    if (this.#at > this.#start) this.#take(this.#start, this.#at, this.#held);
  }

  #with(piece: Buffer): Buffer {
    return this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece]).subarray(0, MOST_BYTES);
  }
}
