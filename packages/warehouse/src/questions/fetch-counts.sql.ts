import { HUMAN_CLICK, MACHINE_CLICK, opensWith, UNCLEAR_CLICK } from '../schema/aggregates.sql.ts';
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
  ['human', opensWith('human')],
  ['proxied', opensWith('proxied')],
  ['prefetched', opensWith('prefetched')],
  ['scanner', opensWith('scanner')],
  ['unclear', opensWith('unclear')],
  ['clicks', HUMAN_CLICK],
  ['machineClicks', MACHINE_CLICK],
  ['unclearClicks', UNCLEAR_CLICK],
];

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
