import { type PublicationId, UNKNOWN_CURRENCY } from '@readout/events';
import { unsigned } from '../literal.ts';
import { text } from '../schema/table.ts';

/**
 * Billing systems give whole seconds: a subscription may seem to begin by so much before what led to it. Milliseconds.
 */
export const WHOLE_SECOND_MS = 1_000;

/** Beside a reader's number, as visitors have: see `visitorAsReader`. Two strangers of 10,000 fall together with a chance of 2 %. */
const STRANGER = 'toUInt32(2147483649 + cityHash64(toUInt8(system), subscription, customer_of) % 2147483646)';

/** Of things that are stated again and again each once: as they were stated first, or last where that may change them. */
const each = (what: string, values: string, name: string, which: 'first' | 'last' = 'first') => `
      arraySort(groupUniqArrayIf((id, b.time, ${values}), what = '${what}')) AS ${name}_said,
      arraySort(x -> (x.2, x.1), arrayFilter(
        (x, at) -> ${which === 'first' ? `at = 1 OR x.1 != ${name}_said[at - 1].1` : `at = length(${name}_said) OR x.1 != ${name}_said[at + 1].1`},
        ${name}_said, arrayEnumerate(${name}_said)
      )) AS ${name}`;

/** Refunds that name a charge alone: of the subscription whose payment it was. */
const looseRefunds = (publication: PublicationId, columns: string) => `
      UNION ALL
      SELECT r.system AS system, p.subscription AS subscription, ${columns.replaceAll(/\w+/g, (name) => `r.${name} AS ${name}`)}
      FROM billing AS r
      GLOBAL INNER JOIN (
        SELECT DISTINCT system, id, of FROM billing WHERE publication = ${unsigned(publication)} AND what = 'charge'
      ) AS c ON r.system = c.system AND r.of = c.id
      GLOBAL INNER JOIN (
        SELECT DISTINCT system, id, subscription FROM billing
        WHERE publication = ${unsigned(publication)} AND what = 'payment' AND subscription != 0
      ) AS p ON c.system = p.system AND c.of = p.id
      WHERE r.publication = ${unsigned(publication)} AND r.what = 'refund' AND r.subscription = 0`;

const COLUMNS =
  'time, customer, reader, issue, offer, what, status, started, trial_from, trial_to, cancelled, ended, plan, price, currency, months, id, amount, disputed';

/**
 * Every subscription of a publication as all statements together have it: a subquery with a row for each. Everything in
 * it is a least, a greatest or a latest of a set, so that neither order nor repeats matter: docs/decisions/0011. Moments
 * are UTC, milliseconds; 0: never, or nobody said.
 *
 * - `reader`: whose it is; a number of its own, from 2^31 on, where nobody knows (`is_known` is 0 then)
 * - `standings`: (time, status, trial_from, trial_to, started, cancelled, ended, price, currency, months, plan), in time
 * - `payments`: (id, time, amount, currency), in time; none of nothing, but those of which nobody knows how much they were
 * - `failures`: the same; `refunds`: and whether it is disputed
 */
export const subscriptionLives = (publication: PublicationId, hasLooseRefunds: boolean) => `
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
    standings, failures,
    arrayFilter(x -> x.3 > 0 OR x.4 = ${text(UNKNOWN_CURRENCY)}, all_payments) AS payments,
    -- One that failed, or a dispute that was won, is stated again as nothing.
    arrayFilter(x -> x.3 > 0, all_refunds) AS refunds,
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
      ${each('refund', 'amount, toString(currency), disputed', 'all_refunds', 'last')}
    FROM (
      SELECT system, subscription, ${COLUMNS} FROM billing
      WHERE publication = ${unsigned(publication)} AND subscription != 0
      ${hasLooseRefunds ? looseRefunds(publication, COLUMNS) : ''}
    ) AS b
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
