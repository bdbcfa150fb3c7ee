import { Readable } from 'node:stream';
import { billingStatementRequest, type DocumentedStatement } from '@readout/api-contract';
import { CsvError, parse } from 'csv-parse';
import type { z } from 'zod';
import { statedBy } from './documented.ts';
import { fromDecimal } from './money.ts';
import type { Stated } from './stated.ts';

/** The columns that are read, with what else they may be called. Names are compared without case, `-` and spaces are `_`. */
const COLUMNS = {
  subscription: ['subscription', 'subscription_id', 'id'],
  customer: ['customer', 'customer_id'],
  reader: ['reader', 'email', 'customer_email'],
  token: ['token', 'readout_token'],
  status: ['status'],
  started_at: ['started_at', 'start_date'],
  trial_start: ['trial_start', 'trial_from'],
  trial_end: ['trial_end', 'trial_to'],
  cancelled_at: ['cancelled_at', 'canceled_at'],
  ended_at: ['ended_at'],
  plan: ['plan'],
  price: ['price', 'amount'],
  currency: ['currency'],
  interval: ['interval'],
  first_paid_at: ['first_paid_at'],
  first_paid: ['first_paid'],
  issue: ['issue', 'readout_issue'],
  offer: ['offer', 'readout_offer'],
  as_of: ['as_of'],
} as const;
type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as readonly Column[];
const NEEDED = ['subscription', 'status', 'started_at'] as const satisfies readonly Column[];

/** What other systems call our statuses. */
const STATUSES: Readonly<Record<string, string | undefined>> = {
  trial: 'trialing',
  paid: 'active',
  unpaid: 'past_due',
  incomplete: 'waiting',
  canceled: 'ended',
  cancelled: 'ended',
  expired: 'ended',
  incomplete_expired: 'ended',
};
const INTERVALS: Readonly<Record<string, string | undefined>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: '3 months',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
};
/** A field of the documented shape, and the column that it comes from. */
const COLUMN_OF: Readonly<Record<string, Column | undefined>> = {
  startedAt: 'started_at',
  trialFrom: 'trial_start',
  trialTo: 'trial_end',
  cancelledAt: 'cancelled_at',
  endedAt: 'ended_at',
  intervalCount: 'interval',
  time: 'as_of',
};
const MOST_FAULTS = 50;
/** Characters that are parsed before others get their turn. */
const PIECE = 65_536;

export interface CsvFault {
  /** From 1, where the row ends; the column names are on the first. */
  readonly line: number;
  /** As the file calls it; null: the whole row. */
  readonly column: string | null;
  readonly message: string;
}

export type CsvSubscriptions =
  | {
      readonly ok: true;
      readonly rows: number;
      readonly stated: readonly Stated[];
      /** As the file has them. */
      readonly unknownColumns: readonly string[];
    }
  /** At most 50; nothing is to be taken of the file. */
  | { readonly ok: false; readonly faults: readonly CsvFault[] };

/**
 * Reads subscriptions out of a file of comma, semicolon or tab separated values: docs/billing.md.
 * @param text UTF-8, with or without its mark.
 * @param asOf UTC, milliseconds: when the file was made, for rows that do not say so themselves.
 */
export async function readSubscriptionsCsv(text: string, asOf: number): Promise<CsvSubscriptions> {
  const faults: CsvFault[] = [];
  const stated: Stated[] = [];
  const seen = new Map<string, number>();
  let head: Head | null = null;
  let rows = 0;
  try {
    for await (const { record, line } of rowsOf(text)) {
      if (head === null) {
        head = readHead(record);
        if (head.faults.length > 0) return { ok: false, faults: head.faults };
        continue;
      }
      rows++;
      const row = readRow(record, head, line, asOf);
      if (!row.ok) faults.push(...row.faults);
      else {
        const { subscription, time } = row.stated[0];
        const key = `${subscription} ${time}`;
        const before = seen.get(key);
        if (before === undefined) seen.set(key, line);
        else
          faults.push({
            line,
            column: head.names.get('subscription') ?? null,
            message: `The same as on line ${before}.`,
          });
        stated.push(...row.stated);
      }
      if (faults.length >= MOST_FAULTS) break;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, faults: [...faults, faultOf(error)].slice(0, MOST_FAULTS) };
  }
  if (head === null) return { ok: false, faults: [{ line: 1, column: null, message: 'The file is empty.' }] };
  if (rows === 0) faults.push({ line: 1, column: null, message: 'There is nothing below the names of the columns.' });
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, MOST_FAULTS) };
  return { ok: true, rows, stated, unknownColumns: head.unknown };
}

async function* rowsOf(text: string): AsyncGenerator<{ readonly record: readonly string[]; readonly line: number }> {
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }),
  );
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield { record, line: info.lines };
  }
}

/**
 * A file in parts of at most so many rows, each with the names of the columns before it. It is a file that could be read.
 * @param text as `readSubscriptionsCsv` takes it.
 */
export async function splitCsv(text: string, rows: number): Promise<readonly string[]> {
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({ bom: true, delimiter: delimiterOf(text), raw: true, relax_column_count: true, skip_empty_lines: true }),
  );
  const parts: string[] = [];
  let [head, part, inPart] = ['', '', 0];
  for await (const { raw } of parser as AsyncIterable<{ raw: string }>) {
    const line = /[\r\n]$/.test(raw) ? raw : `${raw}\n`;
    if (head === '') {
      head = line;
      continue;
    }
    part += line;
    if (++inPart === rows) {
      parts.push(head + part);
      [part, inPart] = ['', 0];
    }
  }
  return part === '' ? parts : [...parts, head + part];
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** What separates the names of the columns: a spreadsheet writes semicolons where the comma is in numbers. */
function delimiterOf(text: string): string {
  const names = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (mark: string) => names.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

interface Head {
  readonly faults: readonly CsvFault[];
  /** Where each column stands. */
  readonly places: ReadonlyMap<Column, number>;
  /** What the file calls it. */
  readonly names: ReadonlyMap<Column, string>;
  readonly unknown: readonly string[];
  readonly width: number;
}

function readHead(record: readonly string[]): Head {
  const places = new Map<Column, number>();
  const names = new Map<Column, string>();
  const unknown: string[] = [];
  const faults: CsvFault[] = [];
  for (const [at, written] of record.entries()) {
    const plain = written
      .toLowerCase()
      .replace(/\s*\(utc\)$/, '')
      .replace(/[\s-]+/g, '_');
    const column = NAMES.find((one) => (COLUMNS[one] as readonly string[]).includes(plain));
    if (column === undefined) unknown.push(written);
    else if (places.has(column)) {
      faults.push({ line: 1, column: written, message: `The same as the column “${names.get(column)}”.` });
    } else {
      places.set(column, at);
      names.set(column, written);
    }
  }
  const missing = NEEDED.filter((one) => !places.has(one));
  if (missing.length > 0) {
    const message = `Columns are missing: ${missing.join(', ')}. There are: ${record.join(', ').slice(0, 300)}.`;
    faults.push({ line: 1, column: null, message });
  }
  return { faults, places, names, unknown, width: record.length };
}

type Row =
  | { readonly ok: false; readonly faults: readonly CsvFault[] }
  | { readonly ok: true; readonly stated: readonly [Stated, ...Stated[]] };

function readRow(record: readonly string[], { places, names, width }: Head, line: number, asOf: number): Row {
  if (record.length !== width) {
    const message = `There are ${record.length} fields, and ${width} columns. Is a quote or a separator missing?`;
    return { ok: false, faults: [{ line, column: null, message }] };
  }
  const faults: CsvFault[] = [];
  const field = (column: Column) => record[places.get(column) ?? -1] ?? '';
  const given = (column: Column) => field(column) || undefined;
  const wrong = (column: Column, message: string) =>
    faults.push({ line, column: names.get(column) ?? column, message });
  const amountIn = (column: 'price' | 'first_paid') => {
    const text = field(column);
    if (text === '') return undefined;
    const amount = fromDecimal(text, field('currency').toUpperCase());
    if (amount === null) wrong(column, `“${text.slice(0, 40)}” is no amount such as 9.50 in this currency.`);
    return amount ?? undefined;
  };
  const when = (column: Column) => (given(column) === undefined ? undefined : secondsOrText(field(column)));

  const price = amountIn('price');
  const status = field('status')
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const { interval, intervalCount } = intervalIn(field('interval'));
  const whose = {
    subscription: given('subscription'),
    customer: given('customer'),
    reader: given('reader'),
    token: given('token'),
    issue: given('issue'),
    offer: given('offer'),
  };
  const standing = {
    time: when('as_of') ?? asOf / 1_000,
    ...whose,
    standing: {
      status: STATUSES[status] ?? status,
      startedAt: when('started_at') ?? '',
      trialFrom: when('trial_start'),
      trialTo: when('trial_end'),
      cancelledAt: when('cancelled_at'),
      endedAt: when('ended_at'),
      plan: field('plan'),
      price,
      currency: given('currency'),
      interval,
      intervalCount,
    },
  };
  const paidAt = when('first_paid_at');
  const paid = amountIn('first_paid') ?? price;
  if (paidAt !== undefined && paid === undefined && faults.length === 0) {
    wrong('first_paid_at', 'How much was paid? Give first_paid, or price and currency.');
  }
  const payment =
    paidAt === undefined || paid === undefined
      ? null
      : {
          time: paidAt,
          ...whose,
          // Until the system itself reports, there is no other name for it.
          payment: { id: `${whose.subscription} first payment`, amount: paid, currency: field('currency') },
        };
  const read: DocumentedStatement[] = [];
  for (const [one, timeColumn] of [[standing, 'as_of'] as const, [payment, 'first_paid_at'] as const]) {
    if (one === null) continue;
    const parsed = billingStatementRequest.safeParse(one);
    if (parsed.success) read.push(parsed.data);
    else for (const issue of parsed.error.issues) wrong(columnOf(issue, timeColumn), messageOf(issue));
  }
  const [first, ...others] = read.flatMap(statedBy);
  if (first === undefined || faults.length > 0) return { ok: false, faults: distinct(faults) };
  return { ok: true, stated: [first, ...others] };
}

/** What is wrong with both statements of a row is said once. */
function distinct(faults: readonly CsvFault[]): CsvFault[] {
  return faults.filter(
    ({ column, message }, at) => faults.findIndex((one) => one.column === column && one.message === message) === at,
  );
}

function secondsOrText(text: string): number | string {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** `month`, `3 months`, `yearly`. */
function intervalIn(text: string): { readonly interval?: string; readonly intervalCount?: number } {
  if (text === '') return {};
  const plain = text.toLowerCase();
  const [, count = '1', unit = plain] = /^(\d{1,4})\s*([a-z]+)$/.exec(INTERVALS[plain] ?? plain) ?? [];
  const one = INTERVALS[unit] ?? unit;
  return { interval: one.replace(/s$/, ''), intervalCount: Number(count) };
}

function columnOf({ path }: z.core.$ZodIssue, timeColumn: Column): Column {
  const field = String(path.at(-1) ?? '');
  if (field === 'time') return timeColumn;
  if (field === 'amount' || field === 'id') return field === 'id' ? 'subscription' : 'first_paid';
  const column = COLUMN_OF[field] ?? NAMES.find((one) => one === field);
  return column ?? 'subscription';
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `Not one of ${issue.values.join(', ')}.`;
  return issue.code === 'invalid_type' ? 'This is needed.' : issue.message;
}

function faultOf(error: CsvError): CsvFault {
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_INVALID_CLOSING_QUOTE';
  return {
    line,
    column: null,
    message: isOpen
      ? 'A quote is not closed, or something stands behind one. A quote within a field is written twice.'
      : 'This line cannot be read as comma-separated values.',
  };
}
