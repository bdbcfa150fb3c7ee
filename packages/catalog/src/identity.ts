const LARGEST = 2_147_483_647;

/**
 * Whether a number can be that of a row. Numbers also come from outside, from a forged token for one, and
 * PostgreSQL answers one beyond its `integer` with an error instead of with no row.
 */
export function canExist(id: number): boolean {
  return Number.isInteger(id) && id >= 1 && id <= LARGEST;
}
