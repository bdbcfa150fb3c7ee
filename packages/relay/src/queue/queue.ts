import { appendFile, type FileHandle, mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { Entry, type Envelope, type Outcome } from './entry.ts';
import { FolderSync } from './folder-sync.ts';
import { LineBreaks } from './line-breaks.ts';
import { OUTCOMES_SUFFIX, readEntry, SUFFIX } from './read-entry.ts';

export interface QueueLimits {
  readonly maxBytes: number;
  readonly maxMessages: number;
  readonly largestMessageBytes: number;
}

/** No room: the sender is to come again later. */
export class QueueFullError extends Error {
  readonly code = 'QUEUE_FULL';
}

export class MessageTooLargeError extends Error {
  readonly code = 'MESSAGE_TOO_LARGE';
}

/** The disk is full, or as much as its owner may use of it. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT']);
/** Left to whatever else writes to the same disk. */
const LEAST_FREE_BYTES = 64 * 1_048_576;

/**
 * Messages on disk until they are passed on: a file each, with its envelope in the first line, and beside it one with what
 * became of each recipient. A message is there when its file has its name, which it gets once it is wholly on disk.
 */
export class Queue {
  readonly #folder: string;
  readonly #limits: QueueLimits;
  readonly #entries = new Map<string, Entry>();
  readonly #names: FolderSync;
  #bytes = 0;
  /** Of messages that are being taken. */
  #reserved = 0;
  #taking = 0;
  #count = 0;

  private constructor(folder: string, limits: QueueLimits) {
    this.#folder = folder;
    this.#names = new FolderSync(join(folder, 'waiting'));
    this.#limits = limits;
  }

  /** With what a former process left; what it had not wholly taken is thrown away: nobody was told that it was kept. */
  static async open(folder: string, limits: QueueLimits, logger: Logger): Promise<Queue> {
    const queue = new Queue(folder, limits);
    await rm(queue.#incoming(), { recursive: true, force: true });
    await mkdir(queue.#incoming(), { recursive: true, mode: 0o700 });
    await mkdir(queue.#waiting(), { recursive: true, mode: 0o700 });
    for (const name of (await readdir(queue.#waiting())).sort()) {
      const id = name.slice(0, name.indexOf('.'));
      if (name.endsWith(OUTCOMES_SUFFIX) && !queue.#entries.has(id)) await rm(join(queue.#waiting(), name));
      if (!name.endsWith(SUFFIX)) continue;
      const entry = await readEntry(queue.#waiting(), id);
      if (entry === null) logger.error({ message: name }, 'a message in the queue cannot be read, and is left there');
      else queue.#add(entry);
    }
    return queue;
  }

  /** All that wait, the oldest first. */
  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  get messages(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** UTC, milliseconds; null: nothing waits. */
  get oldest(): number | null {
    const [first] = this.#entries.values();
    return first?.receivedAt ?? null;
  }

  /** Whether a message of so many bytes can be taken at this moment. */
  hasRoomFor(bytes: number): boolean {
    const { maxMessages, maxBytes } = this.#limits;
    return this.#entries.size + this.#taking < maxMessages && this.#bytes + this.#reserved + bytes <= maxBytes;
  }

  /**
   * Takes a message; it is on disk when this resolves. Reads `chunks` to their end in any case.
   * @param head Written before it.
   * @throws {QueueFullError} {MessageTooLargeError}
   */
  async take(envelope: Envelope, head: string, chunks: AsyncIterable<Buffer>): Promise<Entry> {
    const id = `${Date.now().toString(36).padStart(9, '0')}-${(this.#count++).toString(36).padStart(6, '0')}-${process.pid.toString(36)}`;
    const incoming = join(this.#incoming(), id);
    const begin = Buffer.from(`${JSON.stringify(envelope)}\n`);
    this.#taking++;
    const reserved = { bytes: 0 };
    try {
      const file = await this.#opened(incoming, chunks);
      try {
        const bytes = await this.#write(file, [begin, Buffer.from(head)], chunks, reserved);
        await file.sync();
        const path = join(this.#waiting(), `${id}${SUFFIX}`);
        await rename(incoming, path);
        await this.#names.sync();
        const entry = new Entry(id, path, envelope, bytes, begin.length, new Map());
        this.#add(entry);
        return entry;
      } finally {
        await file.close();
      }
    } catch (error) {
      await rm(incoming, { force: true });
      throw understood(error);
    } finally {
      this.#taking--;
      this.#reserved -= reserved.bytes;
    }
  }

  /** What became of a recipient; on disk when this resolves. */
  async settle(entry: Entry, outcome: Outcome): Promise<void> {
    const isFirst = entry.outcomes.size === 0;
    const file = await open(this.#outcomesOf(entry), 'a', 0o600);
    try {
      await file.write(lineOf(outcome));
      await file.datasync();
    } finally {
      await file.close();
    }
    if (isFirst) await this.#names.sync();
    entry.outcomes.set(outcome.recipient, outcome);
  }

  /** That the log knows of it. Need not be on disk: to tell it twice does no harm. */
  async noteTold(entry: Entry, recipient: number): Promise<void> {
    const outcome = { recipient, state: 'told' } as const;
    await appendFile(this.#outcomesOf(entry), lineOf(outcome));
    entry.outcomes.set(recipient, outcome);
  }

  /** Lets a message go that is dealt with. */
  async remove(entry: Entry): Promise<void> {
    this.#entries.delete(entry.id);
    this.#bytes -= entry.fileBytes;
    // The message first: what became of it must not be forgotten while it is there.
    await rm(entry.path, { force: true });
    await this.#names.sync();
    await rm(this.#outcomesOf(entry), { force: true });
  }

  /** A folder for what is made on the way, emptied at each start. */
  get scratch(): string {
    return this.#incoming();
  }

  async #opened(path: string, chunks: AsyncIterable<Buffer>): Promise<FileHandle> {
    try {
      const { bavail, bsize } = await statfs(this.#folder);
      if (!this.hasRoomFor(0) || bavail * bsize < LEAST_FREE_BYTES) throw new QueueFullError('The queue is full.');
      return await open(path, 'wx', 0o600);
    } catch (error) {
      for await (const _ of chunks);
      throw error;
    }
  }

  async #write(
    file: FileHandle,
    begin: readonly Buffer[],
    chunks: AsyncIterable<Buffer>,
    reserved: { bytes: number },
  ): Promise<number> {
    const breaks = new LineBreaks();
    let message = 0;
    const put = async (bytes: Buffer) => {
      this.#reserved += bytes.length;
      reserved.bytes += bytes.length;
      if (this.#bytes + this.#reserved > this.#limits.maxBytes) throw new QueueFullError('The queue is full.');
      await file.write(bytes);
    };
    for (const bytes of begin) await put(bytes);
    let failure: unknown = null;
    for await (const chunk of chunks) {
      // Whoever sends hears of it once they have said all.
      if (failure !== null) continue;
      const bytes = breaks.push(chunk);
      message += bytes.length;
      if (message > this.#limits.largestMessageBytes) failure = new MessageTooLargeError('The message is too large.');
      else await put(bytes).catch((error: unknown) => (failure = error));
    }
    if (failure !== null) throw failure;
    await put(breaks.end());
    return reserved.bytes;
  }

  #add(entry: Entry): void {
    this.#entries.set(entry.id, entry);
    this.#bytes += entry.fileBytes;
  }

  #incoming(): string {
    return join(this.#folder, 'incoming');
  }

  #waiting(): string {
    return join(this.#folder, 'waiting');
  }

  #outcomesOf({ id }: Entry): string {
    return join(this.#waiting(), `${id}${OUTCOMES_SUFFIX}`);
  }
}

/** A crash may have cut off the line before. */
function lineOf(outcome: Outcome): string {
  return `\n${JSON.stringify(outcome)}\n`;
}

function understood(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && NO_ROOM.has(code) ? new QueueFullError('The disk is full.') : error;
}
