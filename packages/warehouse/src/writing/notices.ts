import type { MailProvider, Origin, PublicationId } from '@readout/events';
import type { Engine, Lines } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { type OnceOnly, originKey } from './once-only.ts';
import { clickhouseTime } from './tab-separated.ts';

/** A report of a mail provider as it stands in the log. */
export interface LoggedNotice {
  readonly publication: PublicationId;
  readonly provider: MailProvider;
  /** When it happened, as the provider says; UTC, milliseconds. */
  readonly time: number;
  readonly id: number;
  readonly origin: Origin;
}

interface Row extends Origin {
  readonly publication: PublicationId;
  readonly provider: MailProvider;
  readonly t: number;
  readonly id: number;
}

const COLUMNS = ['publication', 'provider', 'time', 'id', 'partition', 'collector', 'position'] as const;
/** Asked for at once: bounds the length of the statement. */
const AT_ONCE = 10_000;

export const NOTICES: OnceOnly<LoggedNotice> = { nameOf, known: knownNotices, lines: noticeLines };

async function knownNotices(engine: Engine, notices: readonly LoggedNotice[]): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (let at = 0; at < notices.length; at += AT_ONCE) {
    const some = notices.slice(at, at + AT_ONCE);
    const times = some.map(({ time }) => time);
    const moment = (time: number) => `fromUnixTimestamp64Milli(${unsigned(time)}, 'UTC')`;
    const rows = await engine.written<Row>(
      `SELECT publication, provider, toUnixTimestamp64Milli(n.time) AS t, id, partition, collector, position
       FROM notices AS n
       WHERE publication IN ${unsignedArray([...new Set(some.map(({ publication }) => publication))])}
         AND n.time >= ${moment(least(times))} AND n.time <= ${moment(most(times))}
         AND id IN ${unsignedArray(some.map(({ id }) => id))}`,
    );
    for (const { t, ...row } of rows) known.set(nameOf({ ...row, time: t }), originKey(row));
  }
  return known;
}

function noticeLines(notices: readonly LoggedNotice[]): Lines {
  const text = notices.map(({ publication, provider, time, id, origin: { partition, collector, position } }) => {
    const numbers = [id, partition, collector, position].map(unsigned).join('\t');
    return `${unsigned(publication)}\t${provider}\t${clickhouseTime(time)}\t${numbers}\n`;
  });
  return { table: 'notices', columns: COLUMNS, text: text.join('') };
}

function nameOf({ publication, provider, time, id }: Omit<LoggedNotice, 'origin'>): string {
  return `${publication} ${provider} ${time} ${id}`;
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
