import type { ImportFormat, ImportMapping } from '@readout/api-contract';
import {
  type ImportSource,
  openGhost,
  openListmonk,
  openSubstack,
  openTable,
  UnmappedTable,
  UnreadableImportError,
} from '@readout/importers';

/** What a source is opened from: files on this machine's disk, or where a database is. */
export interface GivenSource {
  readonly format: ImportFormat;
  readonly files: readonly { readonly name: string; readonly path: string }[];
  readonly database: string | null;
  readonly mapping: ImportMapping | null;
}

/** Every format there is, and who reads it. */
const OPEN: Readonly<Record<ImportFormat, (given: GivenSource) => Promise<ImportSource>>> = {
  substack: ({ files }) => openSubstack(only(files, /\.zip$/i, 'the ZIP archive that Substack gives out')),
  ghost: ({ files }) =>
    openGhost({
      json: only(files, /\.json$/i, 'the JSON file that Ghost gives out'),
      members: files.some(({ name }) => MEMBERS.test(name)) ? only(files, MEMBERS, 'the list of members as CSV') : null,
    }),
  listmonk: async ({ database }) => {
    if (database === null) throw new UnreadableImportError('Say where the database of listmonk is.');
    return openListmonk(database);
  },
  table: async ({ files, mapping }) => {
    const path = only(files, /./, 'a table as CSV or NDJSON');
    return mapping === null ? new UnmappedTable(path, files[0]?.name ?? '') : openTable(path, mapping);
  },
};
const MEMBERS = /\.csv$/i;

/** @throws {UnreadableImportError} where it is not what it is said to be. */
export function openSource(given: GivenSource): Promise<ImportSource> {
  return OPEN[given.format](given);
}

function only(files: GivenSource['files'], shape: RegExp, what: string): string {
  const [file, second] = files.filter(({ name }) => shape.test(name));
  if (file !== undefined && second === undefined) return file.path;
  throw new UnreadableImportError(
    file === undefined ? `There is nothing to read yet: give ${what}.` : `Give one file, ${what}, and not several.`,
  );
}
