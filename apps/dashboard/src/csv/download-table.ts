import type { ExportTableRequest, PublicationView } from '@readout/api-contract';
import { ApiError, api } from '../api/client.ts';
import { words } from '../words/words.ts';
import type { CsvTable } from './csv-table.ts';
import { fileName, saveFile } from './save-file.ts';
import type { ShownDefinition } from './shown-definitions.ts';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
type Column = ExportTableRequest['columns'][number];

/** As many as a file may say of itself, and how long what it calls them may be. */
const MOST_DEFINITIONS = 40;
const LONGEST_NAME = 100;

/**
 * Has the server make a file of a table, with what it is of: so the browser loads no library for it.
 * @param definitions how its figures are counted
 * @throws {ApiError}
 */
export async function downloadTable(
  { id }: PublicationView,
  title: string,
  format: ExportTableRequest['format'],
  table: CsvTable,
  definitions: readonly ShownDefinition[],
): Promise<void> {
  const body: ExportTableRequest = {
    format,
    title,
    about: aboutPage(definitions, window.location, document.title),
    columns: table.columns.map((name, at) => ({ name, type: typeOf(table, at) })),
    rows: table.rows.map((row) => [...row]),
  };
  const made = await api.response.post('/api/v1/publications/{publication}/exports/table', {
    path: { publication: id },
    body,
  });
  // Torn off where it failed half-way: then there is no file.
  const file = await made.blob().catch(() => {
    throw new ApiError(0, 'unreachable', words.problems.unreachable);
  });
  saveFile(file, fileName(title, format));
}

/** The page, what it is narrowed to as its address has it, and how figures are counted. */
export function aboutPage(
  definitions: readonly ShownDefinition[],
  { origin, pathname, search }: Pick<Location, 'origin' | 'pathname' | 'search'>,
  pageTitle: string,
): ExportTableRequest['about'] {
  const filter = [...new URLSearchParams(search)].map(([name, value]) => `${name} = ${value}`);
  return [
    { name: words.csv.about.page, value: pageTitle },
    { name: words.csv.about.address, value: `${origin}${pathname}${search}` },
    { name: words.csv.about.filter, value: filter.length === 0 ? words.csv.about.noFilter : filter.join(', ') },
    ...definitions.slice(0, MOST_DEFINITIONS).map(({ term, says }) => ({
      name: words.csv.about.definition(term).slice(0, LONGEST_NAME),
      value: says,
    })),
  ];
}

function typeOf({ rows }: CsvTable, at: number): Column['type'] {
  const cells = rows.map((row) => row[at] ?? null).filter((cell) => cell !== null);
  if (cells.length > 0 && cells.every((cell) => typeof cell === 'number')) return 'number';
  return cells.length > 0 && cells.every((cell) => typeof cell === 'string' && MOMENT.test(cell)) ? 'moment' : 'text';
}
