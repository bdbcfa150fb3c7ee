import type { SeenCheck } from '../connections.ts';
import type { Lines } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import { clickhouseTime } from './tab-separated.ts';

export function checkLines(checks: readonly SeenCheck[]): Lines {
  const text = checks.map(
    ({ publication, check, time }) => `${unsigned(publication)}\t${unsigned(check)}\t${clickhouseTime(time)}\n`,
  );
  return { table: 'checks', columns: ['publication', 'check', 'time'], text: text.join('') };
}
