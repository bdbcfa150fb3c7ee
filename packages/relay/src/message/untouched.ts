/**
 * Why a message is passed on as it came.
 * - `no_html`; `signed`, `encrypted`: any change would break it; `unreadable`: programs may read it in different ways
 * - `automatic`: an answer of a machine's; `declined`: the sender says that it is no issue
 * - `untracked`: the publication collects neither opens nor clicks
 * - `unknown_issue`: there is no issue of the id that it names; `unsafe_link`: of such links no issue is made
 * - `too_large`: its HTML; `too_many_issues`: as many mailings began today as a publication may have
 * - `catalog_away`; `failure`: a fault of ours
 */
export const UNTOUCHED = [
  'no_html',
  'signed',
  'encrypted',
  'unreadable',
  'automatic',
  'declined',
  'untracked',
  'unknown_issue',
  'unsafe_link',
  'too_large',
  'too_many_issues',
  'catalog_away',
  'failure',
] as const;
export type Untouched = (typeof UNTOUCHED)[number];

/** Thrown where nothing in a message is to be changed. */
export class UntouchedError extends Error {
  readonly code = 'UNTOUCHED';

  constructor(
    readonly reason: Untouched,
    detail: string = reason,
  ) {
    super(detail);
  }
}
