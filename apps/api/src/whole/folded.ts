/** So many are rows of their own at most. */
const MOST = 8;
/** With fewer people nothing is a row of its own: nobody should stand alone. */
export const FEWEST = 5;

/** The first rows, and the people of all others. @param rows Most people first. */
export function folded<Row extends { readonly people: number }>(
  rows: readonly Row[],
): { readonly items: readonly Row[]; readonly others: number } {
  const items = rows.filter(({ people }) => people >= FEWEST).slice(0, MOST);
  const sum = (some: readonly Row[]) => some.reduce((all, { people }) => all + people, 0);
  return { items, others: sum(rows) - sum(items) };
}
