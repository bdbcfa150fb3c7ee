/**
 * Values written into SQL text, where server-side parameters would do harm: chDB runs queries with parameters one
 * at a time in the whole process, so whatever may take long goes without. Only what is checked here is ever
 * written into a statement.
 */
export function unsigned(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not a whole number from 0 on`);
  return String(value);
}

/** Whole numbers as an array; empty: of UInt32. */
export function unsignedArray(values: readonly number[]): string {
  return values.length === 0 ? "CAST([], 'Array(UInt32)')" : `[${values.map(unsigned).join(', ')}]`;
}

/** Anything, as ClickHouse reads it by `JSONExtract`: one literal, however much is in it. */
export function jsonLiteral(value: unknown): string {
  return `'${JSON.stringify(value).replace(/['\\]/g, '\\$&')}'`;
}
