import { isAddress } from '../address.ts';
import { type Columns, columnsOf } from '../csv/columns.ts';
import { readCsv } from '../csv/read-csv.ts';
import { instantIn } from '../instant.ts';
import type { Noting } from '../oddities.ts';
import type { ImportedPerson } from '../source.ts';

const NEEDED = ['email'] as const;
/** `products` until Ghost 5, `tiers` since. */
const STANDING = ['deleted_at', 'complimentary_plan', 'stripe_customer_id', 'tiers', 'products'] as const;
const WANTED = ['created_at', ...STANDING] as const;
type Name = (typeof NEEDED)[number] | (typeof WANTED)[number];
const QUIET = [...STANDING, 'id', 'name', 'note', 'subscribed_to_emails', 'labels', 'gift_id'];
const LONGEST_PLAN = 200;
/** How oddities call it. */
const FILE = 'members.csv';

/**
 * Ghost's list of members, in chunks. Whoever has a tier or a complimentary plan pays, or reads as those who do; in a
 * file without tiers it is whoever is a customer of Stripe's.
 * @param now UTC, milliseconds.
 */
export async function* readMembers(
  bytes: AsyncIterable<Uint8Array>,
  oddities: Noting,
  now: number,
): AsyncGenerator<readonly ImportedPerson[]> {
  const seen = new Set<string>();
  let columns: Columns<Name> | null | undefined;
  for await (const { columns: header, rows, lines } of readCsv(bytes, FILE, oddities)) {
    if (columns === undefined) {
      columns = columnsOf(header, { needed: NEEDED, wanted: WANTED, quiet: QUIET }, FILE, oddities);
      if (columns !== null && !hasTiers(columns)) oddities.note('missing_column', FILE, 'tiers');
    }
    if (columns === null) return;
    const people: ImportedPerson[] = [];
    for (const [at, row] of rows.entries()) {
      const line = lines[at] ?? 0;
      const person = readMember(row, columns, (text) => pastIn(text, { line, oddities, now }));
      if (person === null) continue;
      const key = person.address.toLowerCase();
      if (!isAddress(person.address)) oddities.note('unreadable_address', FILE, line);
      else if (seen.has(key)) oddities.note('repeated_row', FILE, line);
      else {
        seen.add(key);
        people.push(person);
      }
    }
    if (people.length > 0) yield people;
  }
}

/** Null: a member no more. */
function readMember(
  row: readonly string[],
  columns: Columns<Name>,
  past: (text: string) => number | null,
): ImportedPerson | null {
  const cell = (name: Name) => row[columns[name]]?.trim() ?? '';
  if (cell('deleted_at') !== '') return null;
  const tiers = cell('tiers') || cell('products');
  const pays = hasTiers(columns) ? tiers !== '' : cell('stripe_customer_id') !== '';
  return {
    address: cell('email'),
    segment: pays || /^(true|1|yes)$/i.test(cell('complimentary_plan')) ? 'premium' : 'free',
    subscribedAt: past(cell('created_at')),
    firstPaymentAt: null,
    paidUntil: null,
    plan: tiers.slice(0, LONGEST_PLAN),
  };
}

function hasTiers({ tiers, products }: Columns<Name>): boolean {
  return tiers !== -1 || products !== -1;
}

function pastIn(
  text: string,
  { line, oddities, now }: { readonly line: number; readonly oddities: Noting; readonly now: number },
): number | null {
  if (text === '') return null;
  const instant = instantIn(text);
  if (instant === null) oddities.note('unreadable_time', FILE, line);
  else if (!instant.hasZone) oddities.note('time_without_zone', FILE, line);
  if (instant === null || instant.time <= now) return instant?.time ?? null;
  oddities.note('future_time', FILE, line);
  return null;
}
