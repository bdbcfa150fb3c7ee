import type { SegmentFile } from './segment-file.ts';

/**
 * A segment is made longer by this much at a time, when there is less than half of it left. Records wait for the
 * disk while it takes these zeros: the less at a time, the shorter.
 */
const STEP_BYTES = 1_048_576;
const ZEROS = Buffer.alloc(STEP_BYTES);

/**
 * Writes zeros behind a segment's end before they are needed. A synced write that makes a file longer has to write
 * the file's new length as well, which goes through the file system's journal: into room that is there already it
 * takes about half the time and less than half the processor's (docs/decisions/0002).
 */
export class RoomAhead {
  readonly #file: SegmentFile;
  /** Where the file is to end. */
  readonly #most: number;
  #end: number;
  #making: Promise<void> | null = null;

  /** @param end bytes that the file has now. */
  constructor(file: SegmentFile, end: number, most: number) {
    this.#file = file;
    this.#end = end;
    this.#most = most;
  }

  /** The zeros on their way to where a write that ends at `end` would go; null: there are none. */
  inTheWayOf(end: number): Promise<void> | null {
    return end > this.#end ? this.#making : null;
  }

  /** Everything up to `bytes` is written: sees whether there is room enough behind it. */
  used(bytes: number): void {
    this.#end = Math.max(this.#end, bytes);
    if (this.#making !== null || this.#end - bytes >= STEP_BYTES / 2 || this.#end + STEP_BYTES > this.#most) return;
    const from = this.#end;
    this.#making = this.#file
      .write(ZEROS, from)
      .then(
        () => {
          this.#end = from + STEP_BYTES;
        },
        // The disk is full, or worse: the next record's own write will tell.
        () => undefined,
      )
      .finally(() => {
        this.#making = null;
      });
  }

  /** No zeros are on their way any more. */
  async idle(): Promise<void> {
    await this.#making;
  }
}
