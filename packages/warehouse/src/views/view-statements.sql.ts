import { EVENT_KINDS, type PublicationId, SUBSCRIPTION_STATUSES } from '@readout/events';
import { unsigned } from '../literal.ts';
import { type Asked, type Billed, withArrivals } from '../questions/arrivals.sql.ts';
import { attributedLives } from '../questions/attribution.sql.ts';
import { eventsWithArrivals } from '../questions/events-with-arrivals.sql.ts';
import { eventCells, KEPT } from '../questions/export-events.sql.ts';
import { eventsOfReaders, readerRows } from '../questions/export-readers.sql.ts';
import { counts } from '../questions/issue-figures.sql.ts';
import { subscriptionSteps } from '../questions/subscription-steps.sql.ts';
import { text } from '../schema/table.ts';
import type { Attribution } from '../subscriptions.ts';
import type { ViewName } from './definitions.ts';

/** A month on average, of a year of 365.25 days: as the API tells the ages of subscriptions. */
const MEAN_MONTH_MS = 2_629_800_000;
const MOST_MONTHS = 24;

/** What the views of a publication are made by. */
export interface ViewsOf {
  readonly publication: PublicationId;
  /** IANA name: of the months of cohorts. */
  readonly timeZone: string;
  readonly attribution: Attribution;
}

/**
 * What each view of a publication selects. They are made of the same pieces as the questions that the API asks, so that
 * figures agree: what is settled and what has just arrived, each event once. Numbers of readers leave as keyed hashes;
 * the key is in `catalog_names`, where who may only ask the views cannot see it.
 */
export function viewStatements(of: ViewsOf): Readonly<Record<ViewName, string>> {
  const { publication } = of;
  const attribution: Billed = { ...of.attribution, hasLooseRefunds: true };
  const asked: Asked = { publication, issues: null, arriving: null, arrivingAnywhere: null, attribution };
  const newest = `(SELECT max(version) FROM catalog_names WHERE publication = ${unsigned(publication)})`;
  const named = (kind: string) =>
    `(SELECT * FROM catalog_names WHERE publication = ${unsigned(publication)} AND version = ${newest} AND kind = ${text(kind)})`;
  // A row, and not a value: values of its own the engine writes into its plans and errors, which everybody reads.
  const key = `(SELECT toUInt64(n.id) AS one, toUInt64(n.name) AS other FROM ${named('publication')} AS n)`;
  const hashed = (value: string) => `lower(leftPad(hex(sipHash64Keyed((k.one, k.other), ${value})), 16, '0'))`;
  const reader = (value: string) => `if(${value} = 0, '', ${hashed(value)})`;
  const lives = `(${attributedLives(asked, attribution)})`;

  return {
    issues: `
      SELECT
        i.id AS issue, i.name AS title, i.text AS subtitle, ${momentOf('i.sent')} AS sent_at, toBool(i.flag) AS has_paywall, i.tags AS tags,
        f.sent AS sent, f.segments[1][1] AS sent_free, f.segments[2][1] AS sent_trial, f.segments[3][1] AS sent_premium,
        f.bounced AS bounced, f.delivered AS delivered, f.readers AS readers, f.clickers AS clickers,
        ${share('f.readers', 'f.delivered')} AS open_rate,
        ${share('f.clickers', 'f.delivered')} AS click_rate,
        ${share('f.clickers', 'f.readers')} AS click_to_open_rate,
        f.human + f.proxied AS opens, f.human AS opens_human, f.proxied AS opens_proxied, f.prefetched AS opens_prefetched,
        f.scanner AS opens_scanner, f.unclear AS opens_unclear,
        f.humanClicks AS clicks, f.machineClicks AS machine_clicks, f.unclearClicks AS unclear_clicks, f.settling AS settling,
        f.paywallHits AS paywall_hits, f.trialsStarted + t.trials AS trials_started
      FROM ${named('issue')} AS i
      LEFT JOIN (${counts(asked)}) AS f ON i.number = f.issue
      LEFT JOIN (
        SELECT issue, uniqExact(reader) AS trials
        FROM ${subscriptionSteps(asked, attribution, ['trial_started'], ['issue', 'reader'])}
        GROUP BY issue
      ) AS t ON i.number = t.issue`,
    links: `
      SELECT
        l.id AS link, l.name AS url, l.text AS text, l.word AS kind, l.ordinal AS ordinal, s.id AS section, s.name AS section_title,
        i.id AS issue, i.name AS issue_title, ${momentOf('i.sent')} AS sent_at,
        f.clicks AS clicks, f.clickers AS clickers, f.machine_clicks AS machine_clicks, f.unclear_clicks AS unclear_clicks
      FROM ${named('link')} AS l
      LEFT JOIN ${named('section')} AS s ON l.section = s.number
      LEFT JOIN ${named('issue')} AS i ON l.issue = i.number
      LEFT JOIN (
        SELECT
          link, sum(g.clicks) AS clicks, groupBitmapMerge(g.clickers) AS clickers, sum(g.machine_clicks) AS machine_clicks,
          sum(g.unclear_clicks) AS unclear_clicks
        FROM ${withArrivals('link_figures', asked)} AS g
        GROUP BY link
      ) AS f ON l.number = f.link
      WHERE l.word != 'honeypot'`,
    sections: `
      SELECT
        s.id AS section, s.name AS title, s.ordinal AS ordinal, s.word AS access,
        i.id AS issue, i.name AS issue_title, ${momentOf('i.sent')} AS sent_at, f.clicks AS clicks, f.clickers AS clickers
      FROM ${named('section')} AS s
      LEFT JOIN ${named('issue')} AS i ON s.issue = i.number
      LEFT JOIN (
        SELECT l.section AS section, sum(g.clicks) AS clicks, groupBitmapMerge(g.clickers) AS clickers
        FROM ${withArrivals('link_figures', asked)} AS g
        INNER JOIN ${named('link')} AS l ON g.link = l.number
        GROUP BY section
      ) AS f ON s.number = f.section`,
    activity: `
      SELECT
        i.id AS issue, i.name AS issue_title, ${momentOf('i.sent')} AS sent_at, f.quarter AS quarter,
        f.readers AS readers, f.opens AS opens, f.clicks AS clicks, f.machine_opens AS machine_opens
      FROM (
        SELECT
          issue, quarter, groupBitmapMerge(a.readers) AS readers, sum(a.opens) AS opens, sum(a.clicks) AS clicks,
          sum(a.machine_opens) AS machine_opens
        FROM ${withArrivals('issue_activity', asked)} AS a
        GROUP BY issue, quarter
      ) AS f
      LEFT JOIN ${named('issue')} AS i ON f.issue = i.number`,
    events: `
      SELECT
        ${eventCells(reader('e.reader'))}
      FROM ${eventsWithArrivals(asked, EVENT_KINDS, KEPT)} AS e
      CROSS JOIN ${key} AS k
      LEFT JOIN ${named('issue')} AS i ON e.issue = i.number
      LEFT JOIN ${named('section')} AS s ON e.section = s.number
      LEFT JOIN ${named('link')} AS l ON e.link = l.number
      LEFT JOIN ${named('offer')} AS o ON e.offer = o.number`,
    readers: `
      SELECT
        ${hashed('r.reader')} AS reader, r.kind_of AS kind, r.segment AS segment, r.issues_sent AS issues_sent,
        r.issues_delivered AS issues_delivered, r.issues_read AS issues_read, r.issues_clicked AS issues_clicked, r.opens AS opens,
        r.clicks AS clicks, r.page_views AS page_views, r.issues_paywall_hit AS issues_paywall_hit,
        r.first_seen AS first_seen, r.last_sent AS last_sent, r.last_read AS last_read
      FROM ${readerRows(eventsOfReaders(asked))} AS r
      CROSS JOIN ${key} AS k`,
    subscriptions: `
      SELECT
        ${hashed('a.subscription')} AS subscription, ${reader('a.reader')} AS reader, toBool(a.is_known) AS reader_known, toString(a.system) AS system,
        assumeNotNull(${momentOf('a.begun')}) AS began, ${momentOf('a.trial_from')} AS trial_from, ${momentOf('a.trial_to')} AS trial_to,
        transform(toUInt8(a.status), [${SUBSCRIPTION_STATUSES.map((_, at) => unsigned(at + 1)).join(', ')}], [${SUBSCRIPTION_STATUSES.map(text).join(', ')}], '') AS status,
        ${momentOf('a.cancelled')} AS cancelled, ${momentOf('a.ended')} AS ended, ${momentOf('a.first_paid')} AS first_paid,
        length(a.payments) AS payments, arraySum(x -> x.3, a.payments) AS paid, arraySum(x -> x.3, a.refunds) AS refunded,
        if(notEmpty(a.payments), a.payments[1].4, a.standings[-1].9) AS currency,
        length(a.failures) AS failures, a.standings[-1].11 AS plan, a.touch AS touch,
        i.id AS issue, i.name AS issue_title, o.id AS offer, o.name AS offer_name
      FROM ${lives} AS a
      CROSS JOIN ${key} AS k
      LEFT JOIN ${named('issue')} AS i ON a.issue = i.number
      LEFT JOIN ${named('offer')} AS o ON a.offer = o.number`,
    payments: `
      SELECT
        ${hashed('p.subscription')} AS subscription, ${reader('p.reader')} AS reader,
        fromUnixTimestamp64Milli(toInt64(p.one.2), 'UTC') AS time, p.one.1 AS kind, p.one.3 AS amount, p.one.4 AS currency,
        toBool(p.one.5) AS disputed, i.id AS issue
      FROM (
        SELECT
          subscription, reader, issue,
          arrayJoin(arrayConcat(
            arrayMap(x -> ('payment', x.2, x.3, x.4, toUInt8(0)), payments),
            arrayMap(x -> ('failure', x.2, x.3, x.4, toUInt8(0)), failures),
            arrayMap(x -> ('refund', x.2, x.3, x.4, toUInt8(x.5)), refunds)
          )) AS one
        FROM ${lives}
      ) AS p
      CROSS JOIN ${key} AS k
      LEFT JOIN ${named('issue')} AS i ON p.issue = i.number`,
    cohorts: `
      SELECT
        cohort, toUInt64(length(its)) AS payers, month,
        arrayCount(x -> x.1 >= month, its) AS of, arrayCount(x -> x.1 >= month AND x.2 > month, its) AS paying, paying / of AS rate
      FROM (
        SELECT cohort, its, arrayJoin(range(toUInt32(least(${MOST_MONTHS}, floor(arrayMax(x -> x.1, its))) + 1))) AS month
        FROM (
          SELECT
            formatDateTime(toTimeZone(fromUnixTimestamp64Milli(toInt64(first_paid), 'UTC'), ${text(of.timeZone)}), '%Y-%m') AS cohort,
            groupArray((
              (toUnixTimestamp64Milli(now64(3)) - toInt64(first_paid)) / ${MEAN_MONTH_MS},
              if(ended = 0, 1000000, (toInt64(ended) - toInt64(first_paid)) / ${MEAN_MONTH_MS})
            )) AS its
          FROM ${lives}
          WHERE first_paid > 0 AND first_paid <= toUnixTimestamp64Milli(now64(3))
          GROUP BY cohort
        )
      )`,
  };
}

/** Milliseconds since 1970, 0 being never. */
const momentOf = (value: string) => `if(${value} = 0, NULL, fromUnixTimestamp64Milli(toInt64(${value}), 'UTC'))`;
const share = (part: string, whole: string) => `if(${whole} = 0, NULL, ${part} / ${whole})`;
