import { plural } from './plural.ts';

export const growthPaywall = {
  title: 'Where the paywall stands',
  says: 'What came of it, by how much stood before it, after which section it stood, and what was promised behind it.',
  loadFailed: 'The places of the paywall could not be loaded.',
  finding: (best: string, bestRate: string, worst: string, worstRate: string) =>
    `Most start a trial where ${best} stand before the wall: ${bestRate}, against ${worstRate} where ${worst} do`,
  findingNone: 'No place of the paywall can be told from the others yet',
  findingFew: 'Too few have hit the paywall to compare its places',
  cause:
    'Issues differ in more than the place of their wall. A difference here is a hint of what to try; only a test says whether the place is what made it.',
  positions: 'By how much stands before it',
  position: 'Sections before it',
  share: (from: string, to: string) => `${from} to ${to}`,
  after: 'By the section it stands in or after',
  section: 'Section',
  beforeAll: 'Before the first section',
  promised: 'By what is promised behind it',
  promisedSays: 'An issue that promises several counts for each of them.',
  promise: 'Promised',
  noPromise: 'No issue of this time names what stands behind its wall.',
  issues: 'Issue by issue',
  issue: 'Issue',
  where: 'Stands after',
  noSection: 'before the first section',
  count: 'Issues',
  viewers: 'Web readers',
  hits: 'Hit it',
  hitRate: 'Of the web readers',
  trials: 'Trials',
  trialRate: 'Of those who hit it',
  converted: 'Paid',
  few: (hits: number, shown: string) => `too few: ${plural(hits, shown, 'hit', 'hits')}`,
  showAll: (shown: string) => `Show all ${shown}`,
  emptyTitle: 'No paywall hit is known in this time',
  empty:
    'Hits are counted on the web page, where the page reports them (docs/reader-script.md); trials and payments come from billing. Then this page compares the places of the paywall.',
};
