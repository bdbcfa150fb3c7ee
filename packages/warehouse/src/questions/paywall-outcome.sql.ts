import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import { BY_SOMEBODY } from '../schema/aggregates.sql.ts';
import type { PaywallOutcome } from '../whole-issue.ts';
import { type Asked, askedOf, narrowed } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';

/** People by the steps that belong to the issue itself. */
const steps = (asked: Asked) => `
  SELECT
    countIf(hits_of > 0) AS hits,
    sum(hits_of) AS hitsInAll,
    countIf(offers_of > 0) AS offersShown,
    sum(offers_of) AS offersInAll,
    countIf(hits_of > 0 AND offers_of > 0) AS hitAndShown,
    countIf(hits_of > 0 AND trials_of > 0) AS hitAndTrial,
    countIf(trials_of > 0) AS trialsStarted
  FROM (
    SELECT
      countIf(kind = 'paywall_hit') AS hits_of,
      countIf(kind = 'offer_shown') AS offers_of,
      countIf(kind = 'trial_started') AS trials_of
    FROM ${eventsWithArrivals(asked, ['paywall_hit', 'offer_shown', 'trial_started'], ['reader', 'kind', 'verdict'])}
    WHERE reader != 0 AND (${BY_SOMEBODY} OR kind = 'trial_started')
    GROUP BY reader
  )`;

/**
 * What became of the trials that the issue led to: of each person's last one here, up to their next trial elsewhere,
 * since a payment belongs to the trial before it. Subscriptions may belong to no issue, so those of all are looked at;
 * there are few.
 */
const endings = (asked: Asked, issue: IssueId) => `
  SELECT
    countIf(has_paid) AS converted,
    countIf(NOT has_paid AND NOT arrayExists(x -> x > begun AND (next = 0 OR x <= next), ended)) AS running
  FROM (
    SELECT
      arrayMax(here) AS begun,
      arrayMin(arrayFilter(x -> x > begun, elsewhere)) AS next,
      arrayExists(x -> x > begun AND (next = 0 OR x <= next), paid) AS has_paid,
      ended
    FROM (
      SELECT
        groupArrayIf(at, kind = 'trial_started' AND issue = ${unsigned(issue)}) AS here,
        groupArrayIf(at, kind = 'trial_started' AND issue != ${unsigned(issue)}) AS elsewhere,
        groupArrayIf(at, kind = 'converted') AS paid,
        groupArrayIf(at, kind IN ('trial_cancelled', 'trial_expired')) AS ended
      FROM (
        SELECT reader, kind, issue, toUnixTimestamp64Milli(time) AS at
        FROM ${eventsWithArrivals(
          asked,
          ['trial_started', 'trial_cancelled', 'trial_expired', 'converted'],
          ['reader', 'kind', 'issue', 'time'],
        )}
        WHERE reader != 0
      )
      GROUP BY reader
      HAVING notEmpty(here)
    )
  )`;

/** From the paywall of one issue to payment. */
export async function paywallOutcome(
  engine: Engine,
  { publication, issue }: { readonly publication: PublicationId; readonly issue: IssueId },
): Promise<PaywallOutcome> {
  const everywhere = await askedOf(engine, publication, null);
  const [[reached], [ended]] = await Promise.all([
    engine.rows<Omit<PaywallOutcome, 'converted' | 'running'>>(steps(narrowed(everywhere, [issue]))),
    engine.rows<Pick<PaywallOutcome, 'converted' | 'running'>>(endings(everywhere, issue)),
  ]);
  return {
    hits: 0,
    hitsInAll: 0,
    offersShown: 0,
    offersInAll: 0,
    hitAndShown: 0,
    hitAndTrial: 0,
    trialsStarted: 0,
    converted: 0,
    running: 0,
    ...reached,
    ...ended,
  };
}
