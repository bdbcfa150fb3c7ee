import type { Noting } from '../oddities.ts';

/** Where the columns stand that are read, by name; -1: it is not there. */
type Columns<Name extends string> = Readonly<Record<Name, number>>;

/**
 * Finds columns by their names, in any order and case. Tells which ones are missing and which ones nobody reads.
 * @param quiet Known columns that are not read, and those that older exports do not have: nothing is told of them.
 * @returns Null where one that is needed is missing.
 */
export function columnsOf<Name extends string>(
  header: readonly string[],
  {
    needed,
    wanted,
    quiet,
  }: { readonly needed: readonly Name[]; readonly wanted: readonly Name[]; readonly quiet: readonly string[] },
  file: string,
  oddities: Noting,
): Columns<Name> | null {
  const names = header.map((name) => name.toLowerCase());
  const known = new Set<string>([...needed, ...wanted, ...quiet]);
  for (const [at, name] of names.entries()) {
    // A name that holds an address is a row where the names should be.
    if (!known.has(name)) oddities.note('unknown_column', file, name.includes('@') ? `column ${at + 1}` : header[at]);
  }
  let isWhole = true;
  const places = {} as Record<Name, number>;
  for (const name of [...needed, ...wanted]) {
    places[name] = names.indexOf(name);
    if (places[name] !== -1) continue;
    if (!quiet.includes(name)) oddities.note('missing_column', file, name);
    if (needed.includes(name)) isWhole = false;
  }
  return isWhole ? places : null;
}
