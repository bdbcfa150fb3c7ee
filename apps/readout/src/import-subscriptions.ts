import { readFile, stat } from 'node:fs/promises';
import { type BillingImport, billingImport } from '@readout/api-contract';
import { splitCsv } from '@readout/billing';
import { onlyPublication } from './only-publication.ts';
import { CommandError, CsvText, call, checkKey, type Server } from './running-server.ts';

export interface ImportOptions {
  readonly file: string;
  readonly publication?: string;
  readonly asOf?: string;
  readonly preview?: boolean;
}

const ROWS_AT_ONCE = 2_000;
/** What Stripe lists is some kilobytes each. */
const OBJECTS_AT_ONCE = 500;
const BAR = 30;

/**
 * Imports subscriptions into a running Readout, from a file of comma-separated values or from what Stripe lists as JSON.
 * First all of it is looked at, so that nothing is written where there is a mistake; how far it is stands on standard
 * error.
 */
export async function importSubscriptions(options: ImportOptions, server: Server): Promise<void> {
  checkKey(server);
  const { text, changedAt } = await read(options.file);
  const asOf = options.asOf ?? changedAt.toISOString();
  const isJson = /^\s*[[{]/.test(text);
  const objects = isJson ? partsOf(objectsIn(text, options.file), OBJECTS_AT_ONCE) : [];
  const publication = options.publication ?? (await onlyPublication(server));
  const send = (part: object | CsvText, preview: boolean) => {
    const query = new URLSearchParams({ preview: String(preview), asOf });
    const path = `/publications/${encodeURIComponent(publication)}/billing/import?${query}`;
    return call(server, path, billingImport, part);
  };

  const found: BillingImport[] = [];
  // A file as a whole: so mistakes are told by its own lines.
  for (const part of isJson ? objects : [new CsvText(text)]) found.push(await send(part, true));
  process.stderr.write(told(found, asOf));
  if (options.preview) {
    process.stderr.write('Nothing was written: this was a preview.\n');
    return;
  }

  const parts = isJson ? objects : (await splitCsv(text, ROWS_AT_ONCE)).map((part) => new CsvText(part));
  let recorded = 0;
  for (const [at, part] of parts.entries()) {
    show(at / parts.length);
    recorded += (await send(part, false)).recorded;
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  process.stderr.write(`${number(recorded)} statements were written. Imported again, the same counts once.\n`);
}

async function read(path: string): Promise<{ readonly text: string; readonly changedAt: Date }> {
  let bytes: Buffer;
  let changedAt: Date;
  try {
    bytes = await readFile(path);
    changedAt = (await stat(path)).mtime;
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), changedAt };
  } catch {
    throw new CommandError(`${path} is not UTF-8. Convert it first, as in: iconv -f WINDOWS-1252 -t UTF-8 ${path}`);
  }
}

/** The objects of Stripe's list, or of several that stand in one array; what they are the server finds out. */
function objectsIn(text: string, path: string): readonly unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return (Array.isArray(json) ? json : [json]).flatMap((one: unknown) => dataOf(one) ?? [one]);
}

/** Of a list: an event has `data` as well. */
function dataOf(json: unknown): readonly unknown[] | null {
  return typeof json === 'object' && json !== null && 'data' in json && Array.isArray(json.data) ? json.data : null;
}

function partsOf(all: readonly unknown[], most: number): readonly (readonly unknown[])[] {
  return Array.from({ length: Math.max(1, Math.ceil(all.length / most)) }, (_, at) =>
    all.slice(at * most, (at + 1) * most),
  );
}

function told(found: readonly BillingImport[], asOf: string): string {
  const sum = (of: (one: BillingImport) => number) => number(found.reduce((total, one) => total + of(one), 0));
  const statuses = (Object.keys(found[0]?.statuses ?? {}) as (keyof BillingImport['statuses'])[])
    .filter((status) => found.some(({ statuses }) => statuses[status] > 0))
    .map((status) => `${sum(({ statuses }) => statuses[status])} ${status.replace('_', ' ')}`);
  const unknown = [...new Set(found.flatMap(({ unknownColumns }) => unknownColumns))];
  return [
    `As of ${asOf}: ${sum(({ rows }) => rows)} rows.`,
    ...(statuses.length === 0 ? [] : [`  how subscriptions stand: ${statuses.join(', ')}`]),
    `  payments: ${sum(({ payments }) => payments)}, refunds: ${sum(({ refunds }) => refunds)}`,
    `  readers named: ${sum(({ readers }) => readers)}, of them known to Readout: ${sum(({ knownReaders }) => knownReaders)}`,
    ...(unknown.length === 0 ? [] : [`  columns that are not read: ${unknown.join(', ')}`]),
    '',
  ].join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en');
}

/** On a terminal only: a log has no use for it. */
function show(share: number): void {
  if (!process.stderr.isTTY) return;
  const full = Math.round(share * BAR);
  process.stderr.write(`\r\x1b[K[${'='.repeat(full)}${' '.repeat(BAR - full)}] ${Math.round(share * 100)} %, writing`);
}
