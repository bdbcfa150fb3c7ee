import type { PublicId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { SqlRefusedError } from '../errors.ts';
import { defused, quoted } from '../questions/export-cells.sql.ts';
import type { SqlFormat } from '../views.ts';
import { checkedSql, said, textOf } from './checked-sql.ts';
import { databaseOf } from './offer-views.ts';

const FORMATS: Readonly<Record<SqlFormat, string>> = {
  csv: 'CSVWithNames',
  ndjson: 'JSONEachRow',
  parquet: 'Parquet',
};
const TEXT = /^(?:LowCardinality\()?(?:Nullable\()?(?:String|FixedString)/;

interface Described {
  readonly name: string;
  readonly type: string;
}

/** See `Views.askViews`. */
export async function askViews(
  engine: Engine,
  publicId: PublicId,
  sql: string,
  format: SqlFormat,
): Promise<AsyncIterable<Uint8Array>> {
  const database = await databaseOf(engine, publicId);
  const statement = await checkedSql(engine, database, sql);
  const wanted = format === 'csv' ? await withoutFormulas(engine, database, statement) : statement;
  return refusing(engine.streamReadOnly(database, wanted, FORMATS[format]));
}

/** What a spreadsheet would take for a formula is not one in CSV, as in every export. */
async function withoutFormulas(engine: Engine, database: string, statement: string): Promise<string> {
  const lines = await said(textOf(engine.streamReadOnly(database, `DESCRIBE (${statement})`, 'JSONEachRow')));
  const columns = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Described => JSON.parse(line));
  if (!columns.some(({ type }) => TEXT.test(type))) return statement;
  if (new Set(columns.map(({ name }) => name)).size < columns.length) {
    throw new SqlRefusedError('Two columns have one name. Call one of them otherwise with AS.');
  }
  const cells = columns.map(({ name, type }) => {
    const value = `own.${quoted(name)}`;
    return `${TEXT.test(type) ? defused(`toString(${value})`) : value} AS ${quoted(name)}`;
  });
  return `SELECT ${cells.join(', ')} FROM (${statement}) AS own`;
}

/** An answer of more than is allowed is torn off with a sentence that says so. */
async function* refusing(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const next = () => said(bytes.next());
  try {
    for (let chunk = await next(); chunk.done !== true; chunk = await next()) yield chunk.value;
  } finally {
    await bytes.return(undefined);
  }
}
