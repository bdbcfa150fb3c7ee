import { createReadStream } from 'node:fs';
import type { PublicId } from '@readout/events';
import { z } from 'zod';

/** What is known of a message beside the message. Stands in the first line of its file. */
export const envelopeSchema = z.object({
  /** Null: a bounce of ours. */
  publication: z.string().nullable(),
  /** Empty: nobody is to be told where it fails. */
  from: z.string(),
  to: z.array(z.string()).min(1),
  eightBit: z.boolean(),
  /** UTC, milliseconds. */
  receivedAt: z.number(),
});
export type Envelope = Readonly<z.infer<typeof envelopeSchema>>;

/** What became of one recipient: it goes on, or not; `told`: the log knows. */
export const outcomeSchema = z.object({
  recipient: z.int().min(0),
  state: z.enum(['passed', 'refused', 'told']),
  /** Lines that the log is to have. */
  facts: z.array(z.string()).optional(),
});
export type Outcome = Readonly<z.infer<typeof outcomeSchema>>;

/** A message in the queue. */
export class Entry {
  constructor(
    readonly id: string,
    readonly path: string,
    readonly envelope: Envelope,
    /** Of the file, and where in it the message begins. */
    readonly fileBytes: number,
    private readonly messageAt: number,
    /** By recipient: what is not settled yet is left out. */
    readonly outcomes: Map<number, Outcome>,
  ) {}

  get publication(): PublicId | null {
    return this.envelope.publication as PublicId | null;
  }

  get receivedAt(): number {
    return this.envelope.receivedAt;
  }

  /** Of the message, in bytes. */
  get size(): number {
    return this.fileBytes - this.messageAt;
  }

  /** A part of the message, end exclusive. */
  read(start = 0, end = this.size): AsyncIterable<Buffer> {
    if (end <= start) return nothing();
    return createReadStream(this.path, { start: this.messageAt + start, end: this.messageAt + end - 1 });
  }
}

async function* nothing(): AsyncGenerator<Buffer> {}
