import { EVENT_KINDS, type EventKind } from '@readout/events';
import { unsigned, unsignedArray } from '../literal.ts';
import { BY_SOMEBODY } from '../schema/aggregates.sql.ts';
import { text } from '../schema/table.ts';
import { type Asked, type Billed, eventsHeld, narrowed } from './arrivals.sql.ts';
import { subscriptionLives, WHOLE_SECOND_MS } from './subscription-lives.sql.ts';

const TOUCHES = ['paywall_hit', 'call_to_action', 'viewed', 'clicked'] as const satisfies readonly EventKind[];
/** As the tables have it. Compared as numbers, since an array's missing element is none of the words. */
const numberOf = (kind: EventKind) => unsigned(EVENT_KINDS.indexOf(kind) + 1);
const nameOf = (number: string) =>
  `transform(${number}, [${TOUCHES.map(numberOf).join(', ')}], [${TOUCHES.map(text).join(', ')}], 'none')`;

/**
 * What may have led to a subscription, by reader: their paywall hits, page views and calls to action, those in the mail
 * too, and offers seen; (at, touch, issue, section, link, offer), in that order. Of readers with a subscription alone.
 */
const touches = (asked: Asked, { callsToAction }: Billed) => `
  SELECT
    reader AS by_reader,
    arraySort(groupArray((toUInt64(toUnixTimestamp64Milli(e.time)), toUInt8(kind), issue, section, link, offer))) AS touched
  FROM ${eventsHeld(
    narrowed(asked, null),
    [...TOUCHES, 'offer_shown'],
    ['reader', 'time', 'kind', 'issue', 'section', 'link', 'offer', 'verdict'],
    `reader GLOBAL IN (SELECT reader FROM billing WHERE publication = ${unsigned(asked.publication)} AND reader != 0)
      AND (kind != 'clicked' OR link IN ${unsignedArray(callsToAction)})`,
  )} AS e
  WHERE ${BY_SOMEBODY} AND issue != 0
  GROUP BY by_reader`;

/**
 * Lives of subscriptions (see `subscriptionLives`) with what led to each: of the reader's touches before it began, within
 * the window, the last one and the first one; and the last offer that was seen. An issue that whoever began the
 * subscription wrote down goes before what was seen. Zeros, and `none`, where nothing is known.
 */
export function attributedLives(asked: Asked, attribution: Billed): string {
  // Each name is used in the next step only: the engine writes out what a name stands for wherever it is used.
  return `
  SELECT
    *,
    multiIf(issue = 0, 'none', NOT is_seen, 'told', ${nameOf('last_touch.2')}) AS touch,
    if(is_seen, last_touch.4, 0) AS section,
    if(is_seen, last_touch.5, 0) AS link
  FROM (
    SELECT *, if(told_issue != 0, told_issue, last_touch.3) AS issue, issue != 0 AND issue = last_touch.3 AS is_seen
    FROM (
      SELECT
        *,
        led[-1] AS last_touch,
        if(notEmpty(led), led[1].3, told_issue) AS first_issue,
        if(told_offer != 0, told_offer, arrayMax(x -> (x.1, x.6), arrayFilter(x -> x.6 != 0, near)).2) AS offer
      FROM (
        SELECT *, arrayFilter(x -> x.2 != ${numberOf('offer_shown')}, near) AS led
        FROM (
          SELECT
            l.*,
            arrayFilter(
              x -> x.1 < begun + ${unsigned(WHOLE_SECOND_MS)} AND x.1 + ${unsigned(attribution.windowMs)} >= begun,
              touched
            ) AS near
          FROM (${subscriptionLives(asked.publication, attribution.hasLooseRefunds)}) AS l
          GLOBAL LEFT JOIN (${touches(asked, attribution)}) AS t ON l.reader = t.by_reader
        )
      )
    )
  )`;
}
