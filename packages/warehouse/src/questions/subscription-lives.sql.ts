import type { PublicationId } from '@readout/events';
import { unsigned } from '../literal.ts';

/** Beside a reader's number, as visitors have: see `visitorAsReader`. Two strangers of 10,000 fall together with a chance of 2 %. */
const STRANGER = 'toUInt32(2147483649 + cityHash64(toUInt8(system), subscription, customer_of) % 2147483646)';

/** Of things that are stated again and again each once: the earliest statement of it. */
const each = (what: string, values: string, name: string) => `
      arraySort(groupUniqArrayIf((id, b.time, ${values}), what = '${what}')) AS ${name}_said,
      arraySort(x -> (x.2, x.1), arrayFilter(
        (x, at) -> at = 1 OR x.1 != ${name}_said[at - 1].1, ${name}_said, arrayEnumerate(${name}_said)
      )) AS ${name}`;

/**
 * Every subscription of a publication as all statements together have it: a subquery with a row for each. Everything in
 * it is a least, a greatest or a latest of a set, so that neither order nor repeats matter: docs/decisions/0011. Moments
 * are UTC, milliseconds; 0: never, or nobody said.
 *
 * - `reader`: whose it is; a number of its own, from 2^31 on, where nobody knows (`is_known` is 0 then)
 * - `standings`: (time, status, trial_from, trial_to, started, cancelled, ended, price, currency, months, plan), in time
 * - `payments`: (id, time, amount, currency), in time; none of nothing
 * - `failures`: the same; `refunds`: and whether it is disputed
 */
export const subscriptionLives = (publication: PublicationId) => `
  SELECT
    system, subscription, reader, is_known, told_issue, told_offer,
    standings, failures, refunds, payments, status, trial_from, cancelled,
    if(trial_from = 0, 0, said_trial_to) AS trial_to,
    if(status = 6, if(latest.7 > 0, latest.7, latest.1), 0) AS ended,
    if(empty(payments), 0, payments[1].2) AS first_paid,
    multiIf(trial_from > 0, trial_from, said_started > 0, said_started, first_paid) AS begun
  FROM (
  SELECT
    system, subscription,
    own_reader != 0 OR owner != 0 AS is_known,
    multiIf(own_reader != 0, own_reader, owner != 0, owner, ${STRANGER}) AS reader,
    if(own_issue != 0, own_issue, owner_issue) AS told_issue,
    if(own_offer != 0, own_offer, owner_offer) AS told_offer,
    standings, failures, refunds,
    arrayFilter(x -> x.3 > 0, all_payments) AS payments,
    standings[-1] AS latest,
    standings[-1].2 AS status,
    standings[-1].6 AS cancelled,
    arrayMin(arrayMap(x -> x.5, arrayFilter(x -> x.5 > 0, standings))) AS said_started,
    arrayMin(arrayMap(x -> x.3, arrayFilter(x -> x.3 > 0, standings))) AS trial_from,
    arrayLast(x -> x.4 > 0, standings).4 AS said_trial_to
  FROM (
    SELECT
      system, subscription,
      max(customer) AS customer_of,
      argMaxIf(b.reader, (b.time, b.reader), b.reader != 0) AS own_reader,
      argMinIf(b.issue, (b.time, b.issue), b.issue != 0) AS own_issue,
      argMinIf(b.offer, (b.time, b.offer), b.offer != 0) AS own_offer,
      arraySort(groupUniqArrayIf(
        (b.time, toUInt8(b.status), trial_from, trial_to, started, cancelled, ended, price, toString(currency), months, toString(plan)),
        what = 'standing'
      )) AS standings,
      ${each('payment', 'amount, toString(currency)', 'all_payments')},
      ${each('failure', 'amount, toString(currency)', 'failures')},
      ${each('refund', 'amount, toString(currency), disputed', 'refunds')}
    FROM billing AS b
    WHERE publication = ${unsigned(publication)} AND subscription != 0
    GROUP BY system, subscription
  ) AS l
  GLOBAL LEFT JOIN (
    SELECT
      system AS owner_system, customer AS owner_customer,
      argMaxIf(b.reader, (b.time, b.reader), b.reader != 0) AS owner,
      argMinIf(b.issue, (b.time, b.issue), b.issue != 0 AND subscription = 0) AS owner_issue,
      argMinIf(b.offer, (b.time, b.offer), b.offer != 0 AND subscription = 0) AS owner_offer
    FROM billing AS b
    WHERE publication = ${unsigned(publication)} AND customer != 0
    GROUP BY owner_system, owner_customer
  ) AS c
  ON l.system = c.owner_system AND l.customer_of = c.owner_customer
  WHERE notEmpty(standings) OR notEmpty(all_payments)
  )`;
