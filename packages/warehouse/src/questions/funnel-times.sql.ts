import type { IssueId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { Funnel, TimeTaken } from '../funnels.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { BY_A_PERSON, BY_SOMEBODY } from '../schema/aggregates.sql.ts';
import { type Asked, narrowed } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';

const MS = 'toInt64(toUnixTimestamp64Milli(time))';
const QUARTILES = 'quantilesExact(0.25, 0.5, 0.75)';

/** Quartiles as they come from the engine: of nobody there are none. */
export function timeTaken(people: number, quartiles: readonly number[] | undefined): TimeTaken | null {
  const [quarterMs, medianMs, threeQuartersMs] = quartiles ?? [];
  if (people === 0 || quarterMs === undefined || medianMs === undefined || threeQuartersMs === undefined) return null;
  return { people, quarterMs, medianMs, threeQuartersMs };
}

interface Row {
  readonly people: number;
  readonly took: readonly number[];
}

/**
 * How long people took from delivery to reading and from there to the paywall, each person in one issue: the first that
 * they read, and the first whose paywall they hit. So what is joined grows with people, not with people times issues.
 * Reading is known by settled verdicts alone, as the numbers of readers are.
 * @param sets of the issues' readers, see `sets`: where a mail provider reports deliveries it says when
 */
export async function beforeTheWall(
  engine: Engine,
  asked: Asked,
  sets: string,
  issues: readonly IssueId[],
): Promise<Funnel['tookBefore']> {
  if (issues.length === 0) return { read: null, paywallHit: null };
  const ofThese = `publication = ${unsigned(asked.publication)} AND issue IN ${unsignedArray(issues)} AND reader != 0`;
  const firstRead = `
    SELECT reader, argMin(issue, (${MS}, issue)) AS first_issue, min(${MS}) AS at
    FROM events WHERE ${ofThese} AND ${BY_A_PERSON} GROUP BY reader`;
  const read = `
    SELECT count() AS people, ${QUARTILES}(r.at - d.at) AS took
    FROM (${firstRead}) AS r
    GLOBAL INNER JOIN (
      SELECT reader, issue, multiIf(
        issue IN (SELECT issue FROM (${sets}) WHERE bitmapCardinality(reported) > 0), minIf(${MS}, kind = 'delivered'),
        countIf(kind = 'bounced') > 0, 0,
        minIf(${MS}, kind = 'sent')
      ) AS at
      FROM events
      WHERE ${ofThese} AND kind IN ('sent', 'delivered', 'bounced')
        AND (reader, issue) GLOBAL IN (SELECT reader, first_issue FROM (${firstRead}))
      GROUP BY reader, issue
    ) AS d ON r.reader = d.reader AND r.first_issue = d.issue
    WHERE d.at > 0 AND r.at >= d.at`;
  const firstHit = `
    SELECT reader, argMin(issue, (${MS}, issue)) AS first_issue, min(${MS}) AS at
    FROM ${eventsWithArrivals(narrowed(asked, issues), ['paywall_hit'], ['reader', 'issue', 'time', 'verdict'])}
    WHERE reader != 0 AND ${BY_SOMEBODY} GROUP BY reader`;
  const hit = `
    SELECT count() AS people, ${QUARTILES}(h.at - r.at) AS took
    FROM (${firstHit}) AS h
    GLOBAL INNER JOIN (
      SELECT reader, issue, min(${MS}) AS at FROM events
      WHERE ${ofThese} AND ${BY_A_PERSON} AND (reader, issue) GLOBAL IN (SELECT reader, first_issue FROM (${firstHit}))
      GROUP BY reader, issue
    ) AS r ON h.reader = r.reader AND h.first_issue = r.issue
    WHERE h.at >= r.at`;
  const [[reading], [hitting]] = await Promise.all([engine.rows<Row>(read), engine.rows<Row>(hit)]);
  return {
    read: timeTaken(reading?.people ?? 0, reading?.took),
    paywallHit: timeTaken(hitting?.people ?? 0, hitting?.took),
  };
}
