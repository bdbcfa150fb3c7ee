import type { ImportFormat, ImportMapping } from '@readout/api-contract';
import { type ImportSource, openSubstack, UnreadableImportError } from '@readout/importers';

/** What a source is opened from: files on this machine's disk, or where a database is. */
export interface GivenSource {
  readonly format: ImportFormat;
  readonly files: readonly { readonly name: string; readonly path: string }[];
  readonly database: string | null;
  readonly mapping: ImportMapping | null;
}

/** Every format there is, and who reads it. */
const OPEN: Readonly<Partial<Record<ImportFormat, (given: GivenSource) => Promise<ImportSource>>>> = {
  substack: ({ files }) => openSubstack(only(files, /\.zip$/i, 'the ZIP archive that Substack gives out')),
};

/** @throws {UnreadableImportError} where it is not what it is said to be. */
export function openSource(given: GivenSource): Promise<ImportSource> {
  const open = OPEN[given.format];
  if (open === undefined) throw new UnreadableImportError(`Nothing can be imported from ${given.format} yet.`);
  return open(given);
}

function only(files: GivenSource['files'], shape: RegExp, what: string): string {
  const [file, second] = files.filter(({ name }) => shape.test(name));
  if (file !== undefined && second === undefined) return file.path;
  throw new UnreadableImportError(
    file === undefined ? `There is nothing to read yet: give ${what}.` : `Give one file, ${what}, and not several.`,
  );
}
