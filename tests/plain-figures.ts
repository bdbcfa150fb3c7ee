import { join } from 'node:path';
import { openEmbeddedEngine } from '../packages/warehouse/src/engine/embedded-engine.ts';

/** Figures of an issue as docs/figures.md defines them, in plain SQL over single events. */
export interface PlainFigures {
  readonly issue: number;
  readonly sent: number;
  readonly bounced: number;
  readonly delivered: number;
  readonly readers: number;
  readonly clickers: number;
  readonly opens: number;
  readonly clicks: number;
  readonly machineClicks: number;
  readonly unclearClicks: number;
  readonly paywallHits: number;
  readonly trialsStarted: number;
}

export interface PlainSegment {
  readonly issue: number;
  readonly segment: string;
  readonly delivered: number;
  readonly readers: number;
  readonly clickers: number;
}

/** Of a link or a section of an issue, by which the API has no number: they are told apart by what they have. */
export interface PlainClicks {
  readonly issue: number;
  readonly clicks: number;
  readonly clickers: number;
}

export interface PlainReading {
  readonly issue: number;
  readonly webReaders: number;
  /** By section, in no order. */
  readonly bySection: readonly number[];
}

export interface PlainOutcome {
  readonly issue: number;
  readonly hits: number;
  readonly offersShown: number;
  readonly trialsStarted: number;
  readonly converted: number;
}

export interface PlainDays {
  readonly readers: number;
  readonly clickers: number;
  readonly clicks: number;
  readonly paywallHits: number;
  readonly trialsStarted: number;
  readonly converted: number;
}

/** Whose fetch it was, and what a page says unless a machine said it. */
const READ = `kind IN ('opened', 'clicked') AND verdict IN ('human', 'proxied') AND reader != 0`;
const CLICKED = `kind = 'clicked' AND verdict IN ('human', 'proxied')`;
const ON_A_PAGE = `verdict IN ('none', 'human', 'proxied') AND reader != 0`;

/** To whom an issue was delivered: as reported where anything is, otherwise everybody it was sent to who did not bounce. */
const DELIVERED = `
  SELECT issue, reader FROM events WHERE kind = 'delivered'
  UNION DISTINCT
  SELECT issue, reader FROM events
  WHERE kind = 'sent' AND issue NOT IN (SELECT issue FROM events WHERE kind = 'delivered')
    AND (issue, reader) NOT IN (SELECT issue, reader FROM events WHERE kind = 'bounced')`;

/**
 * The raw events of one publication's data folder, which no program may have open. Asks of `events` alone and of no
 * table that is made from it; everything in it has to be settled.
 * @param daysSince UTC milliseconds: from when on `days` counts.
 */
export async function plainFigures(dataDirectory: string, daysSince: number) {
  const engine = await openEmbeddedEngine(join(dataDirectory, 'warehouse'));
  try {
    const figures = await engine.rows<Omit<PlainFigures, 'delivered'>>(`
      SELECT
        issue,
        uniqExactIf(reader, kind = 'sent') AS sent,
        uniqExactIf(reader, kind = 'bounced') AS bounced,
        uniqExactIf(reader, ${READ}) AS readers,
        uniqExactIf(reader, ${CLICKED} AND reader != 0) AS clickers,
        countIf(kind = 'opened' AND verdict IN ('human', 'proxied')) AS opens,
        countIf(${CLICKED}) AS clicks,
        countIf(kind = 'clicked' AND verdict IN ('prefetched', 'scanner')) AS machineClicks,
        countIf(kind = 'clicked' AND verdict = 'unclear') AS unclearClicks,
        uniqExactIf(reader, kind = 'paywall_hit' AND ${ON_A_PAGE}) AS paywallHits,
        uniqExactIf(reader, kind = 'trial_started' AND reader != 0) AS trialsStarted
      FROM events WHERE issue != 0 GROUP BY issue ORDER BY issue`);
    const delivered = await engine.rows<{ issue: number; delivered: number }>(
      `SELECT issue, count() AS delivered FROM (${DELIVERED}) GROUP BY issue`,
    );
    const segments = await engine.rows<PlainSegment>(`
      SELECT
        s.issue AS issue, toString(s.segment) AS segment,
        uniqExactIf(s.reader, (s.issue, s.reader) IN (${DELIVERED})) AS delivered,
        uniqExactIf(s.reader, (s.issue, s.reader) IN (SELECT issue, reader FROM events WHERE ${READ})) AS readers,
        uniqExactIf(s.reader, (s.issue, s.reader) IN (SELECT issue, reader FROM events WHERE ${CLICKED})) AS clickers
      FROM events AS s WHERE s.kind = 'sent' GROUP BY issue, segment ORDER BY issue, segment`);
    const links = await engine.rows<PlainClicks>(`
      SELECT issue, count() AS clicks, uniqExactIf(reader, reader != 0) AS clickers
      FROM events WHERE ${CLICKED} AND link != 0 GROUP BY issue, link ORDER BY issue, clickers DESC, clicks DESC`);
    const reading = await engine.rows<PlainReading>(`
      SELECT issue, uniqExact(reader) AS webReaders, arraySort(groupArrayIf(people, section != 0)) AS bySection
      FROM (
        SELECT issue, section, reader, uniqExact(reader) OVER (PARTITION BY issue, section) AS people_of,
          if(row_number() OVER (PARTITION BY issue, section ORDER BY reader) = 1, people_of, 0) AS people
        FROM (
          SELECT DISTINCT issue, if(kind = 'section_read', section, 0) AS section, reader
          FROM events WHERE kind IN ('viewed', 'section_read', 'paywall_hit') AND issue != 0 AND ${ON_A_PAGE}
        )
      )
      GROUP BY issue ORDER BY issue`);
    const outcomes = await engine.rows<PlainOutcome>(`
      WITH
        trials AS (SELECT issue, reader, max(time) AS begun FROM events WHERE kind = 'trial_started' AND reader != 0 GROUP BY issue, reader),
        nexts AS (
          SELECT t.issue AS issue, t.reader AS reader, min(e.time) AS next
          FROM trials AS t JOIN events AS e ON e.reader = t.reader
          WHERE e.kind = 'trial_started' AND e.issue != t.issue AND e.time > t.begun
          GROUP BY issue, reader
        ),
        paid AS (
          SELECT t.issue AS issue, uniqExact(t.reader) AS converted
          FROM trials AS t
          JOIN events AS e ON e.reader = t.reader
          LEFT JOIN nexts AS n ON n.issue = t.issue AND n.reader = t.reader
          WHERE e.kind = 'converted' AND e.time > t.begun AND (n.reader = 0 OR e.time <= n.next)
          GROUP BY issue
        )
      SELECT
        e.issue AS issue,
        uniqExactIf(reader, kind = 'paywall_hit' AND ${ON_A_PAGE}) AS hits,
        uniqExactIf(reader, kind = 'offer_shown' AND ${ON_A_PAGE}) AS offersShown,
        uniqExactIf(reader, kind = 'trial_started' AND reader != 0) AS trialsStarted,
        any(paid.converted) AS converted
      FROM events AS e LEFT JOIN paid ON paid.issue = e.issue
      WHERE e.issue != 0 GROUP BY issue ORDER BY issue`);
    const sentAt = await engine.rows<{ issue: number; sentAt: number }>(
      `SELECT issue, toUnixTimestamp64Milli(min(time)) AS sentAt FROM events WHERE kind = 'sent' GROUP BY issue`,
    );
    const [days] = await engine.rows<PlainDays>(`
      SELECT
        uniqExactIf(reader, ${READ}) AS readers,
        uniqExactIf(reader, ${CLICKED} AND reader != 0) AS clickers,
        countIf(${CLICKED}) AS clicks,
        uniqExactIf((issue, reader), kind = 'paywall_hit' AND ${ON_A_PAGE}) AS paywallHits,
        uniqExactIf(reader, kind = 'trial_started' AND reader != 0) AS trialsStarted,
        uniqExactIf(reader, kind = 'converted' AND reader != 0) AS converted
      FROM events WHERE toUnixTimestamp64Milli(time) >= ${daysSince}`);
    if (days === undefined) throw new Error('an aggregate has a row');
    return { figures, delivered, segments, links, reading, outcomes, sentAt, days };
  } finally {
    await engine.close();
  }
}
