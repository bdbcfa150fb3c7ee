import { MAX_RECORD_BYTES } from '@readout/events';
import type { DamagedStretch, LogBatch, LoggedRecord } from '../../event-log.ts';
import { decodeMessage } from '../message.ts';
import type { Fetched, FetchedMessage } from './group-protocol.ts';

/** The collector of what is no record of ours; no collector has this number. */
const NOBODY = 0;

/**
 * The records of fetched messages, in batches of at most `maxRecords`. Where a message is cut in two, `next` stays at
 * it until its last record is given out: after a crash all of it is read again.
 */
export function* batchesOf({ partition, messages, next }: Fetched, maxRecords: number): Generator<LogBatch> {
  let records: LoggedRecord[] = [];
  for (const [at, message] of messages.entries()) {
    const after = messages[at + 1]?.offset ?? next;
    const found = recordsOf(partition, message);
    for (const [done, record] of found.entries()) {
      records.push(record);
      if (records.length < maxRecords) continue;
      yield { records, damaged: [], next: done + 1 === found.length ? after : message.offset };
      records = [];
    }
  }
  if (records.length > 0 || messages.length === 0) yield { records, damaged: [], next };
}

/** Retention removed what was not read yet: everything from `first` on, up to `next`. */
export function expiredBatch(partition: number, first: number, next: number): LogBatch {
  const stretch: DamagedStretch = {
    partition,
    collector: NOBODY,
    first,
    last: next - 1,
    reason: 'expired: Kafka removed them before they were read',
  };
  return { records: [], damaged: [stretch], next };
}

function recordsOf(partition: number, message: FetchedMessage): readonly LoggedRecord[] {
  const decoded = decodeMessage(message);
  const foreign = (text: string, fault: string): LoggedRecord => ({
    origin: { partition, collector: NOBODY, position: message.offset },
    line: lineOf(text),
    fault,
  });
  if (!decoded.ok) return [foreign(message.value?.toString('utf8') ?? '', decoded.reason)];
  const records: LoggedRecord[] = [];
  const tooLong: string[] = [];
  for (const { origin, line } of decoded.records) {
    // No character takes more than three bytes in UTF-8 for each of its UTF-16 units.
    if (line.length * 3 > MAX_RECORD_BYTES && Buffer.byteLength(line) > MAX_RECORD_BYTES) tooLong.push(line);
    else records.push({ origin: { partition, ...origin }, line });
  }
  const [first, ...others] = tooLong;
  if (first === undefined) return records;
  // One place in the partition is one record: no two may have the same origin.
  const more = others.length === 0 ? '' : `, and so are ${others.length} more of the same message`;
  return [...records, foreign(first, `longer than the ${MAX_RECORD_BYTES} bytes that a record may have${more}`)];
}

/** As much of a text as a record may hold, in one line. */
function lineOf(text: string): string {
  const line = text.slice(0, MAX_RECORD_BYTES).replaceAll(/[\r\n]+/g, ' ');
  const bytes = Buffer.from(line);
  if (bytes.length <= MAX_RECORD_BYTES) return line;
  // A character that is cut in two becomes one that says so, of three bytes.
  return bytes.toString('utf8', 0, MAX_RECORD_BYTES - 3);
}
