import { JSONParser } from '@streamparser/json';
import { UnreadableImportError } from '../source.ts';

/** A row of a table, as Ghost's database has it. */
export interface ExportRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** A table's rows: `{"db": [{"data": {"posts": [{…}]}}]}`, and without `db` as older exports are. */
const PATHS = ['$.db.*.data.*.*', '$.data.*.*'];
/** What is no table's row stays in memory until the end: JSON of another kind is refused before it fills that. */
const MOST_WITHOUT_ROW = 67_108_864;

/**
 * Rows of the tables that are wanted, in batches, as the file has them.
 * @throws {UnreadableImportError} where it is no JSON, ends too early, or is no export of Ghost's.
 */
export async function* exportRows(
  pieces: AsyncIterable<Uint8Array>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<readonly ExportRow[]> {
  let rows: ExportRow[] = [];
  let [bytes, seen] = [0, 0];
  const parser = new JSONParser({ paths: PATHS, keepStack: false });
  parser.onValue = ({ value, key, stack }) => {
    seen = bytes;
    const table = stack.at(-1)?.key;
    if (typeof key === 'number' && typeof table === 'string' && wanted.has(table) && isRow(value)) {
      rows.push({ table, row: value });
    }
  };
  for await (const piece of pieces) {
    bytes += piece.length;
    try {
      parser.write(piece);
    } catch (error) {
      throw new UnreadableImportError(
        `The export is not JSON as Ghost writes it (${placeOf(error)}). Export it again, and give the file as it comes.`,
      );
    }
    if (bytes - seen > MOST_WITHOUT_ROW) {
      throw new UnreadableImportError('The file is JSON, but no export of Ghost: it has no tables under “db”, “data”.');
    }
    if (rows.length > 0) yield rows;
    rows = [];
  }
  if (!parser.isEnded) {
    throw new UnreadableImportError('The export ends in the middle. Export it again: the download was cut off.');
  }
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without what stands there in the file. */
function placeOf(error: unknown): string {
  const at = error instanceof Error ? /absolute position "(\d+)"/.exec(error.message)?.[1] : undefined;
  return at === undefined ? 'it is broken' : `from byte ${at} on`;
}
