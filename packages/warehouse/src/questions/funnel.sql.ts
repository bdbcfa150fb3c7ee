import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { PAYWALL_HIT } from '../schema/aggregates.sql.ts';
import type { Funnel } from '../warehouse.ts';
import { sets } from './issue-figures.sql.ts';

const reached = (publication: PublicationId, issues: readonly IssueId[]) => `
  SELECT groupBitmapOr(accepted) AS delivered, groupBitmapOr(readers_of) AS readers
  FROM (${sets({ publication, issues, arriving: [], arrivingAnywhere: [], attribution: null })})`;

/**
 * How far each person came who hit the paywall, each step after the one before and all of them within the window of
 * the first. Subscriptions may belong to no issue. Few events are of these kinds, and the order of the table has them
 * together within an issue, so that hardly anything else is read.
 */
const onwards = (publication: PublicationId, issues: readonly IssueId[], from: number, windowSeconds: number) => `
  SELECT countIf(level >= 1) AS paywallHits, countIf(level >= 2) AS trialsStarted, countIf(level >= 3) AS converted
  FROM (
    SELECT windowFunnel(${unsigned(windowSeconds)}, 'strict_increase')(
      toUInt64(toUnixTimestamp64Milli(e.time) / 1000), kind = 'paywall_hit', kind = 'trial_started', kind = 'converted') AS level
    FROM events AS e
    WHERE publication = ${unsigned(publication)} AND reader != 0
      AND (
        (issue IN ${unsignedArray(issues)} AND ${PAYWALL_HIT})
        OR (kind IN ('trial_started', 'converted') AND e.time >= fromUnixTimestamp64Milli(toInt64(${unsigned(from)}), 'UTC'))
      )
    GROUP BY reader
  )`;

/**
 * Asks `events` and what was made of them alone: arrivals, whose verdict may still change, come in a few minutes later.
 * Steps that are days apart lose nothing by it.
 */
export async function funnel(
  engine: Engine,
  {
    publication,
    issues,
    from,
    windowSeconds,
  }: {
    readonly publication: PublicationId;
    readonly issues: readonly IssueId[];
    readonly from: number;
    readonly windowSeconds: number;
  },
): Promise<Funnel> {
  const [[people], [steps]] = await Promise.all([
    engine.rows<Pick<Funnel, 'delivered' | 'readers'>>(reached(publication, issues)),
    engine.rows<Omit<Funnel, 'delivered' | 'readers'>>(onwards(publication, issues, from, windowSeconds)),
  ]);
  return { delivered: 0, readers: 0, paywallHits: 0, trialsStarted: 0, converted: 0, ...people, ...steps };
}
