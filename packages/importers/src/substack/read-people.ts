import { isAddress } from '../address.ts';
import { columnsOf } from '../csv/columns.ts';
import { readCsv } from '../csv/read-csv.ts';
import { instantIn } from '../instant.ts';
import type { Noting } from '../oddities.ts';
import type { ImportedPerson } from '../source.ts';
import { isTrue } from './is-true.ts';

const NEEDED = ['email'] as const;
const WANTED = ['active_subscription', 'expiry', 'plan', 'created_at', 'first_payment_at'] as const;
const QUIET = ['email_disabled', 'digest_enabled'];
const LONGEST_PLAN = 200;

/** People on the list, in chunks; whoever stands on it twice comes once. @param now UTC, milliseconds. */
export async function* readPeople(
  bytes: AsyncIterable<Uint8Array>,
  {
    file,
    oddities,
    now,
    seen,
  }: { readonly file: string; readonly oddities: Noting; readonly now: number; readonly seen: Set<string> },
): AsyncGenerator<readonly ImportedPerson[]> {
  let columns: ReturnType<typeof columnsOf<(typeof NEEDED)[number] | (typeof WANTED)[number]>> | undefined;
  for await (const { columns: header, rows, lines } of readCsv(bytes, file, oddities)) {
    columns ??= columnsOf(header, { needed: NEEDED, wanted: WANTED, quiet: QUIET }, file, oddities);
    if (columns === null) return;
    const places = columns;
    const people: ImportedPerson[] = [];
    for (const [at, row] of rows.entries()) {
      const line = lines[at] ?? 0;
      const cell = (name: keyof typeof places) => row[places[name]]?.trim() ?? '';
      const address = cell('email');
      if (!isAddress(address)) {
        oddities.note('unreadable_address', file, line);
        continue;
      }
      const key = address.toLowerCase();
      if (seen.has(key)) {
        oddities.note('repeated_row', file, line);
        continue;
      }
      seen.add(key);
      const moment = (text: string, mayBeAhead: boolean) => {
        if (text === '') return null;
        const instant = instantIn(text);
        if (instant === null) oddities.note('unreadable_time', file, line);
        else if (!instant.hasZone) oddities.note('time_without_zone', file, line);
        if (instant === null || instant.time <= now || mayBeAhead) return instant?.time ?? null;
        oddities.note('future_time', file, line);
        return null;
      };
      people.push({
        address,
        segment: isTrue(cell('active_subscription')) ? 'premium' : 'free',
        subscribedAt: moment(cell('created_at'), false),
        firstPaymentAt: moment(cell('first_payment_at'), false),
        paidUntil: moment(cell('expiry'), true),
        plan: cell('plan').slice(0, LONGEST_PLAN),
      });
    }
    if (people.length > 0) yield people;
  }
}
