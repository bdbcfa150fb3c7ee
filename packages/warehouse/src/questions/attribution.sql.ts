import { unsigned, unsignedArray } from '../literal.ts';
import { BY_SOMEBODY } from '../schema/aggregates.sql.ts';
import type { Attribution } from '../subscriptions.ts';
import { type Asked, eventsHeld, narrowed } from './arrivals.sql.ts';
import { subscriptionLives } from './subscription-lives.sql.ts';

/** A billing system's clock gives whole seconds, so that a hit may seem to come after what it led to. */
const WHOLE_SECOND_MS = 1_000;

/** What may have led to a subscription: the reader's paywall hits, page views and calls to action, those in the mail too. */
const touches = (asked: Asked, { callsToAction }: Attribution, among: string) => `
  SELECT
    reader AS by_reader,
    toUInt64(toUnixTimestamp64Milli(e.time)) AS at,
    kind AS touch, issue AS of_issue, section AS of_section, link AS of_link, offer AS of_offer
  FROM ${eventsHeld(
    narrowed(asked, null),
    ['paywall_hit', 'offer_shown', 'call_to_action', 'viewed', 'clicked'],
    ['reader', 'time', 'kind', 'issue', 'section', 'link', 'offer', 'verdict'],
    `reader GLOBAL IN (${among}) AND (kind != 'clicked' OR link IN ${unsignedArray(callsToAction)})`,
  )} AS e
  WHERE ${BY_SOMEBODY} AND issue != 0`;

/**
 * Lives of subscriptions (see `subscriptionLives`) with what led to each: of the reader's touches before it began, within
 * the window, the last one and the first one; and the last offer that was seen. An issue that whoever began the subscription wrote down goes
 * before what was seen. Zeros, and `none`, where nothing is known.
 */
export function attributedLives(asked: Asked, attribution: Attribution): string {
  const lives = subscriptionLives(asked.publication);
  const inWindow = `at > 0 AND at < begun + ${unsigned(WHOLE_SECOND_MS)} AND at + ${unsigned(attribution.windowMs)} >= begun`;
  const isTouch = `${inWindow} AND touch != 'offer_shown'`;
  const last = (what: string) => `argMaxIf(${what}, (at, touch, of_issue, of_section, of_link), ${isTouch})`;
  return `
  SELECT
    l.*,
    if(told_issue != 0, told_issue, seen_issue) AS issue,
    multiIf(told_issue != 0 AND told_issue != seen_issue, 'told', seen_issue = 0, 'none', seen_touch) AS touch,
    if(issue = seen_issue, seen_section, 0) AS section,
    if(issue = seen_issue, seen_link, 0) AS link,
    if(told_offer != 0, told_offer, seen_offer) AS offer,
    if(earliest_issue != 0, earliest_issue, told_issue) AS first_issue
  FROM (${lives}) AS l
  GLOBAL LEFT JOIN (
    SELECT
      system AS in_system, subscription AS in_subscription,
      ${last('of_issue')} AS seen_issue,
      toString(${last('touch')}) AS seen_touch,
      ${last('of_section')} AS seen_section,
      ${last('of_link')} AS seen_link,
      argMinIf(of_issue, (at, touch, of_issue), ${isTouch}) AS earliest_issue,
      argMaxIf(of_offer, (at, of_offer), ${inWindow} AND of_offer != 0) AS seen_offer
    FROM (SELECT system, subscription, reader, begun FROM (${lives})) AS s
    GLOBAL INNER JOIN (${touches(asked, attribution, `SELECT reader FROM (${lives})`)}) AS t ON s.reader = t.by_reader
    GROUP BY in_system, in_subscription
  ) AS led ON l.system = led.in_system AND l.subscription = led.in_subscription`;
}
