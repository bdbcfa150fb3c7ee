/** Whether the page stands within another one, which has a head and a foot of its own. */
export interface SharedSearch {
  readonly embed?: true;
}

/** Reads it from an address, which may hold anything. */
export function sharedSearch(search: Record<string, unknown>): SharedSearch {
  return search['embed'] === true || search['embed'] === '' ? { embed: true } : {};
}
