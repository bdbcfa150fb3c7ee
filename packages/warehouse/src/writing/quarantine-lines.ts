import type { Lines } from '../engine/engine.ts';
import type { QuarantinedRecord } from '../warehouse.ts';
import { clickhouseTime, escapeTabSeparated } from './tab-separated.ts';

const QUARANTINE_COLUMNS = ['time', 'reason', 'line', 'partition', 'collector', 'position'] as const;

export function quarantineLines(records: readonly QuarantinedRecord[]): Lines {
  let text = '';
  for (const { origin, reason, line, time } of records) {
    text += `${clickhouseTime(time)}\t${escapeTabSeparated(reason)}\t${escapeTabSeparated(line)}\t${origin.partition}\t${origin.collector}\t${origin.position}\n`;
  }
  return { table: 'quarantine', columns: QUARANTINE_COLUMNS, text };
}
