import type { ReaderGroup } from '@readout/api-contract';
import { GROUPS, STANDINGS, type Standing } from '../../findings/reader-groups.ts';

/** Stretches of time to choose from, in weeks. */
export const WEEKS = [13, 26, 52] as const;
export const USUAL_WEEKS = 26;

/** What the page shows, as it stands in the address; left out: everybody, and half a year. */
export interface ReadersSearch {
  readonly standing?: Standing;
  readonly weeks?: (typeof WEEKS)[number];
  /** Whose single readers are listed, where that is allowed. */
  readonly group?: ReaderGroup;
}

/** Reads it from an address, which may hold anything. */
export function readersSearch(search: Record<string, unknown>): ReadersSearch {
  const standing = STANDINGS.find((one) => one === search['standing']);
  const weeks = WEEKS.find((one) => one === Number(search['weeks']) && one !== USUAL_WEEKS);
  const group = GROUPS.find((one) => one === search['group']);
  return {
    ...(standing !== undefined && { standing }),
    ...(weeks !== undefined && { weeks }),
    ...(group !== undefined && { group }),
  };
}
