/** What a column of the table may show, in the order of the table. */
export const COLUMN_IDS = [
  'sent',
  'tags',
  'delivered',
  'readers',
  'openRate',
  'clickers',
  'clickRate',
  'clickToOpenRate',
  'paywallHits',
  'trialsStarted',
  'firstTwoDays',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

const USUAL: readonly ColumnId[] = COLUMN_IDS.filter((id) => id !== 'tags' && id !== 'trialsStarted');
/** Of a table that shows titles alone. */
const NONE = 'none';
const KEY = 'readout-issue-columns';

/** @param text names with commas; undefined, and where none of them is known: the usual columns */
export function readColumns(text: string | undefined): readonly ColumnId[] {
  if (text === undefined) return USUAL;
  const names = text.split(',');
  const known = COLUMN_IDS.filter((id) => names.includes(id));
  return known.length > 0 || text === NONE ? known : USUAL;
}

export function writeColumns(columns: readonly ColumnId[]): string {
  return columns.length === 0 ? NONE : columns.join(',');
}

/** The columns chosen last in this browser; undefined: none ever were. */
export function rememberedColumns(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    // Storage may be forbidden: then the usual columns are as good.
    return undefined;
  }
}

export function rememberColumns(columns: string): void {
  try {
    localStorage.setItem(KEY, columns);
  } catch {
    // As above.
  }
}
