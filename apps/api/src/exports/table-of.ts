import type { ExportCell, ExportColumn, ExportType, RowsExport } from '@readout/warehouse';

/** A column with how its cells are made of a thing. */
type Cell<Thing> = readonly [type: ExportType, of: (thing: Thing) => ExportCell];

/** Things as rows. */
export function tableOf<Thing>(things: readonly Thing[], cells: Readonly<Record<string, Cell<Thing>>>): RowsExport {
  const columns = Object.entries(cells).map(([name, [type]]): ExportColumn => ({ name, type }));
  const made = Object.values(cells);
  return { columns, rows: things.map((thing) => made.map(([, of]) => of(thing))) };
}
