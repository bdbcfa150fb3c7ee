/** A table as it leaves the interface: figures as plain numbers, rates from 0 to 1, moments as ISO 8601 in UTC. */
export interface CsvTable {
  readonly columns: readonly string[];
  /** null: no figure, an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** @returns CSV as in RFC 4180. Text that a spreadsheet would take for a formula is marked as text with an apostrophe. */
export async function csvOf({ columns, rows }: CsvTable): Promise<string> {
  const { unparse } = (await import('papaparse')).default;
  return unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { escapeFormulae: FORMULA });
}

/** Numbers of ours may begin with a minus; what begins with one and is no number is a formula. */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?(?:e-?\d+)?$)).*$/s;
