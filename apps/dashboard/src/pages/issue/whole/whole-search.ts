import type { IssueReport } from '@readout/api-contract';

type Kind = IssueReport['links'][number]['kind'];

/** Kinds of link that can be looked at by themselves. */
export const LINK_GROUPS = ['outbound', 'embed', 'media', 'call_to_action'] as const satisfies readonly Kind[];

/** What of an issue is looked at, as it stands in the address. */
export interface WholeSearch {
  /** Left out: the whole one where there is one. */
  readonly edition?: 'cut';
  /** Links of this kind only. */
  readonly links?: (typeof LINK_GROUPS)[number];
}

/** Reads it from an address, which may hold anything. */
export function wholeSearch(search: Readonly<Record<string, unknown>>): WholeSearch {
  const kind = LINK_GROUPS.find((one) => one === search['links']);
  return {
    ...(search['edition'] === 'cut' && { edition: 'cut' }),
    ...(kind !== undefined && { links: kind }),
  };
}
