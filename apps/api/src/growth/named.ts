/** What a thing of the catalog is called to the outside. */
interface Named {
  /** Its public id. */
  readonly id: string;
  readonly title: string;
}

/** Tells what is called so by the catalog's number; null: nothing is. */
export type NameOf = (id: number) => Named | null;

/** Of some things of one kind. @param titleOf what the author calls it */
export function namesOf<Thing extends { readonly id: number; readonly publicId: string }>(
  things: readonly Thing[],
  titleOf: (thing: Thing) => string,
): NameOf {
  const names = new Map(things.map((thing) => [thing.id as number, { id: thing.publicId, title: titleOf(thing) }]));
  return (id) => names.get(id) ?? null;
}
