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

/** Events as ClickHouse reads them fastest. All fields but the reasons are numbers or words of the vocabulary. */
export function eventLines(events: readonly ReaderEvent[]): Lines {
  let text = '';
  for (const event of events) {
    const { partition, collector, position } = event.origin;
    text += `${event.publication}\t${event.issue ?? 0}\t${event.kind}\t${clickhouseTime(event.time)}\t${event.reader ?? 0}\t${event.link ?? 0}\t${event.section ?? 0}\t${event.segment}\t${event.edition}\t${event.source}\t${event.verdict}\t${escapeTabSeparated(event.reasons.join(','))}\t${event.country ?? ''}\t${event.network ?? 'unknown'}\t${partition}\t${collector}\t${position}\n`;
  }
  return { table: 'events', columns: EVENT_COLUMNS, text };
}

const QUARANTINE_COLUMNS = ['time', 'reason', 'line', 'partition', 'collector', 'position'] as const;

export function quarantineLines(records: readonly QuarantinedRecord[]): Lines {
  let text = '';
  for (const { origin, reason, line, time } of records) {
    text += `${clickhouseTime(time)}\t${escapeTabSeparated(reason)}\t${escapeTabSeparated(line)}\t${origin.partition}\t${origin.collector}\t${origin.position}\n`;
  }
  return { table: 'quarantine', columns: QUARANTINE_COLUMNS, text };
}
