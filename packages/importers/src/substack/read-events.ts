import { isAddress } from '../address.ts';
import { columnsOf } from '../csv/columns.ts';
import { readCsv } from '../csv/read-csv.ts';
import { instantIn } from '../instant.ts';
import type { Noting } from '../oddities.ts';
import type { ImportedEvent } from '../source.ts';
import { isTrue } from './is-true.ts';

const NEEDED = ['timestamp', 'email'] as const;
const DELIVERY = ['active_subscription'] as const;
const OPEN = ['active_subscription', 'country', 'user_agent'] as const;
const QUIET = ['post_id', 'post_type', 'post_audience', 'city', 'region', 'device_type', 'client_os', 'client_type'];
type Writable<T> = { -readonly [Field in keyof T]: T[Field] };
type Name = (typeof NEEDED)[number] | (typeof OPEN)[number];

const FUTURE_MS = 7_200_000;
const LONGEST_AGENT = 512;
const COUNTRY = /^[A-Za-z]{2}$/;

interface Parts {
  readonly file: string;
  readonly kind: 'delivered' | 'opened';
  readonly oddities: Noting;
  /** UTC, milliseconds. */
  readonly now: number;
}

/** Rows of one post's deliveries or opens, in chunks. */
export async function* readEvents(
  bytes: AsyncIterable<Uint8Array>,
  { file, kind, oddities, now }: Parts,
): AsyncGenerator<readonly ImportedEvent[]> {
  const isOpen = kind === 'opened';
  let columns: ReturnType<typeof columnsOf<Name>> | undefined;
  for await (const { columns: header, rows, lines } of readCsv(bytes, file, oddities)) {
    columns ??= columnsOf<Name>(
      header,
      { needed: NEEDED, wanted: isOpen ? OPEN : DELIVERY, quiet: QUIET },
      file,
      oddities,
    );
    if (columns === null) return;
    const { timestamp, email, active_subscription: active, country, user_agent: agent } = columns;
    const events: ImportedEvent[] = [];
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as readonly string[];
      const line = lines[at] ?? 0;
      const address = row[email]?.trim() ?? '';
      const instant = instantIn(row[timestamp] ?? '');
      if (row.length <= Math.max(email, timestamp)) oddities.note('unreadable_row', file, line);
      else if (!isAddress(address)) oddities.note('unreadable_address', file, line);
      else if (instant === null) oddities.note('unreadable_time', file, line);
      else if (instant.time > now + FUTURE_MS) oddities.note('future_time', file, line);
      else {
        if (!instant.hasZone) oddities.note('time_without_zone', file, line);
        const segment = active !== -1 && isTrue(row[active] ?? '') ? 'premium' : 'free';
        const event: Writable<ImportedEvent> = { address, time: instant.time };
        if (active !== -1) event.segment = segment;
        if (isOpen) {
          if (agent !== -1) event.agent = row[agent]?.slice(0, LONGEST_AGENT) ?? '';
          else oddities.note('agent_not_kept', file);
          const place = row[country] ?? '';
          if (COUNTRY.test(place)) event.country = place.toUpperCase();
        }
        events.push(event);
      }
    }
    if (events.length > 0) yield events;
  }
}
