import type { Publication } from '@readout/catalog';
import { atOnce } from './formats.ts';
import type { CellValue, Sheet } from './xlsx/sheet-xml.ts';

/** The sheet of a workbook that says what the other one is of. */
export function aboutSheet(rows: readonly (readonly CellValue[])[]): Sheet {
  return {
    name: 'About',
    columns: [
      { name: 'What', type: 'text', width: 28 },
      { name: 'Value', type: 'text', width: 90 },
    ],
    rows: atOnce(rows),
  };
}

/** Publication, filter, time zone, definitions and time of making. */
export function aboutExport(
  { name, publicId, timeZone }: Publication,
  { what, filter, now }: { readonly what: string; readonly filter: object; readonly now: number },
): Sheet {
  const given = Object.entries(filter).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.join(', ') : String(value),
  ]);
  return aboutSheet([
    ['Publication', `${name} (${publicId})`],
    ['Export', what],
    ...(given.length === 0 ? [['Filter', 'none']] : given.map(([key = '', value = '']) => [`Filter: ${key}`, value])),
    ['Time zone of dates', timeZone],
    ['Made at (UTC)', new Date(now).toISOString()],
    ['Definitions', 'How each figure is counted: docs/figures.md and docs/exports.md of Readout.'],
  ]);
}
