/** Stretches of time to choose from, in days; left out: all there is. */
export const STRETCHES = [90, 180, 365] as const;

/** What the page shows, as it stands in the address; left out: issues for everyone, of all time. */
export interface SubjectsSearch {
  readonly audience?: 'paying';
  readonly days?: (typeof STRETCHES)[number];
}

/** Reads it from an address, which may hold anything. */
export function subjectsSearch(search: Record<string, unknown>): SubjectsSearch {
  const days = STRETCHES.find((one) => one === Number(search['days']));
  return { ...(search['audience'] === 'paying' && { audience: 'paying' }), ...(days !== undefined && { days }) };
}
