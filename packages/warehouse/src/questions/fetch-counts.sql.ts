import type { FetchCounts } from '../warehouse.ts';

export interface FetchCountsRow {
  readonly human: number;
  readonly proxied: number;
  readonly prefetched: number;
  readonly scanner: number;
  readonly unclear: number;
  readonly clicks: number;
  readonly machineClicks: number;
  readonly unclearClicks: number;
  readonly readers: number;
}

const COUNTED: readonly (readonly [name: Exclude<keyof FetchCountsRow, 'readers'>, condition: string])[] = [
  ['human', `kind = 'opened' AND verdict = 'human'`],
  ['proxied', `kind = 'opened' AND verdict = 'proxied'`],
  ['prefetched', `kind = 'opened' AND verdict = 'prefetched'`],
  ['scanner', `kind = 'opened' AND verdict = 'scanner'`],
  ['unclear', `kind = 'opened' AND verdict = 'unclear'`],
  ['clicks', `kind = 'clicked' AND verdict IN ('human', 'proxied')`],
  ['machineClicks', `kind = 'clicked' AND verdict IN ('prefetched', 'scanner')`],
  ['unclearClicks', `kind = 'clicked' AND verdict = 'unclear'`],
];

/** A fetch that makes a reader of whom it is. */
export const BY_A_PERSON = `kind IN ('opened', 'clicked') AND verdict IN ('human', 'proxied')`;

/** Opens and clicks counted from events, as columns; readers apart. */
export const FETCHES_COUNTED = COUNTED.map(([name, condition]) => `countIf(${condition}) AS ${name}`).join(', ');

/** The same columns of the table `c` summed up. */
export const FETCHES_SUMMED = COUNTED.map(([name]) => `sum(c.${name}) AS ${name}`).join(', ');

export function fetchCounts({
  human,
  proxied,
  prefetched,
  scanner,
  unclear,
  clicks,
  machineClicks,
  unclearClicks,
  readers,
}: FetchCountsRow): FetchCounts {
  return {
    opensByVerdict: { human, proxied, prefetched, scanner, unclear },
    clicks,
    machineClicks,
    unclearClicks,
    readers,
  };
}
