/** A text as it stands in an address: one of digits alone is read from there as a number. What is none is empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
