import { BUILT_IN, type OwnRule, type Rules } from '@readout/engagement';

/** A publication's own rule as the catalog keeps it, as far as judging goes. */
export interface KeptRule {
  readonly name: string;
  readonly when: Omit<OwnRule['when'], 'place'> & { readonly range?: { readonly place: number } };
  readonly verdict: OwnRule['verdict'];
}

/** What a publication's opens and clicks are judged by: its own rules, in their order, and those of this version. */
export function rulesOf(own: readonly KeptRule[]): Rules {
  return {
    version: BUILT_IN.version,
    own: own.map(({ name, when: { range, ...when }, verdict }) => ({
      name,
      when: { ...when, ...(range === undefined ? {} : { place: range.place }) },
      verdict,
    })),
  };
}
