import type { ReaderEvent } from '@readout/events';
import type { Lines } from '../engine/engine.ts';
import type { QuarantinedRecord } from '../warehouse.ts';
import { clickhouseTime, escapeTabSeparated } from './tab-separated.ts';

const EVENT_COLUMNS = [
  'publication',
  'issue',
  'kind',
  'time',
  'reader',
  'link',
  'section',
  'segment',
  'edition',
  'source',
  'verdict',
  'reasons',
  'country',
  'network',
  'partition',
  'collector',
  'position',
] as const;

const ROWS_AT_ONCE = 64;

/**
 * Events as text that ClickHouse reads fast. All fields but the reasons are numbers or words of the vocabulary. Written
 * into bytes a few rows at a time: a string of all of them would be pieced together from millions of parts, which the
 * garbage collector has to keep until the last one is there.
 */
export function eventLines(table: 'incoming' | 'events', events: readonly ReaderEvent[]): Lines {
  let bytes = Buffer.allocUnsafe(Math.max(1, events.length) * 128);
  let used = 0;
  for (let at = 0; at < events.length; at += ROWS_AT_ONCE) {
    let text = '';
    for (const event of events.slice(at, at + ROWS_AT_ONCE)) text += rowOf(event);
    // At most three bytes for each UTF-16 unit.
    if (used + text.length * 3 > bytes.length) {
      const larger = Buffer.allocUnsafe(bytes.length * 2 + text.length * 3);
      bytes.copy(larger, 0, 0, used);
      bytes = larger;
    }
    used += bytes.write(text, used);
  }
  return { table, columns: EVENT_COLUMNS, text: bytes.subarray(0, used) };
}

function rowOf(event: ReaderEvent): string {
  const { partition, collector, position } = event.origin;
  return `${event.publication}\t${event.issue ?? 0}\t${event.kind}\t${clickhouseTime(event.time)}\t${event.reader ?? 0}\t${event.link ?? 0}\t${event.section ?? 0}\t${event.segment}\t${event.edition}\t${event.source}\t${event.verdict}\t${reasonsOf(event.reasons)}\t${event.country ?? ''}\t${event.network ?? 'unknown'}\t${partition}\t${collector}\t${position}\n`;
}

/** A verdict's reasons are one array for all fetches like it, so what becomes of it is remembered with it. */
const REASONS = new WeakMap<readonly string[], string>();

function reasonsOf(reasons: readonly string[]): string {
  const known = REASONS.get(reasons);
  if (known !== undefined) return known;
  const text = escapeTabSeparated(reasons.join(','));
  REASONS.set(reasons, text);
  return text;
}

const QUARANTINE_COLUMNS = ['time', 'reason', 'line', 'partition', 'collector', 'position'] as const;

export function quarantineLines(records: readonly QuarantinedRecord[]): Lines {
  let text = '';
  for (const { origin, reason, line, time } of records) {
    text += `${clickhouseTime(time)}\t${escapeTabSeparated(reason)}\t${escapeTabSeparated(line)}\t${origin.partition}\t${origin.collector}\t${origin.position}\n`;
  }
  return { table: 'quarantine', columns: QUARANTINE_COLUMNS, text };
}
