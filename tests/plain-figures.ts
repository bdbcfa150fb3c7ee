import { join } from 'node:path';
import { openCatalog } from '@readout/catalog';
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
 * Trials and first payments by what the billing system states, and the issue of the last touch in the week before. The
 * sample's readers have one subscription each.
 */
const trials = (callsToAction: readonly number[]) => `
  SELECT
    s.reader AS reader, s.begun AS begun, s.paid AS paid,
    argMaxIf(t.issue, (t.at, t.number), t.at < s.begun + 1000 AND t.at + 7 * 86400000 >= s.begun) AS issue
  FROM (
    SELECT reader, minIf(trial_from, trial_from > 0) AS begun, minIf(b.time, what = 'payment') AS paid
    FROM billing AS b GROUP BY reader
  ) AS s
  LEFT JOIN (
    SELECT reader, issue, toUInt8(kind) AS number, toInt64(toUnixTimestamp64Milli(time)) AS at FROM events
    WHERE (kind IN ('viewed', 'paywall_hit') AND ${ON_A_PAGE})
      OR (${CLICKED} AND link IN (${[0, ...callsToAction].join(', ')}))
  ) AS t ON t.reader = s.reader
  GROUP BY reader, begun, paid`;

/**
 * The raw events of one publication's data folder, which no program may have open. Asks of `events` and
 * `billing` alone and of no table that is made from them; everything in it has to be settled.
 * @param daysSince UTC milliseconds: from when on `days` counts.
 */
export async function plainFigures(dataDirectory: string, daysSince: number) {
  const asking = trials(await callsToAction(dataDirectory));
  const engine = await openEmbeddedEngine(join(dataDirectory, 'warehouse'));
  try {
    const figures = await engine.rows<Omit<PlainFigures, 'delivered'>>(`
      SELECT * EXCEPT (led) FROM (SELECT
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
        (SELECT groupArray((a.issue, a.people)) FROM (SELECT issue, count() AS people FROM (${asking}) WHERE begun > 0 GROUP BY issue) AS a) AS led,
        arrayFirst(x -> x.1 = issue, led).2 AS trialsStarted
      FROM events WHERE issue != 0 GROUP BY issue) ORDER BY issue`);
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
      SELECT hits.issue AS issue, hits, offersShown, led.trialsStarted AS trialsStarted, led.converted AS converted
      FROM (
        SELECT
          issue,
          uniqExactIf(reader, kind = 'paywall_hit' AND ${ON_A_PAGE}) AS hits,
          uniqExactIf(reader, kind = 'offer_shown' AND ${ON_A_PAGE}) AS offersShown
        FROM events WHERE issue != 0 GROUP BY issue
      ) AS hits
      LEFT JOIN (
        SELECT issue, count() AS trialsStarted, countIf(paid > 0) AS converted FROM (${asking}) WHERE begun > 0 GROUP BY issue
      ) AS led ON led.issue = hits.issue
      ORDER BY issue`);
    const sentAt = await engine.rows<{ issue: number; sentAt: number }>(
      `SELECT issue, toUnixTimestamp64Milli(min(time)) AS sentAt FROM events WHERE kind = 'sent' GROUP BY issue`,
    );
    const [days] = await engine.rows<PlainDays>(`
      SELECT
        uniqExactIf(reader, ${READ}) AS readers,
        uniqExactIf(reader, ${CLICKED} AND reader != 0) AS clickers,
        countIf(${CLICKED}) AS clicks,
        uniqExactIf((issue, reader), kind = 'paywall_hit' AND ${ON_A_PAGE}) AS paywallHits,
        (SELECT countIf(begun >= ${daysSince}) FROM (${asking})) AS trialsStarted,
        (SELECT countIf(paid >= ${daysSince}) FROM (${asking})) AS converted
      FROM events WHERE toUnixTimestamp64Milli(time) >= ${daysSince}`);
    if (days === undefined) throw new Error('an aggregate has a row');
    return { figures, delivered, segments, links, reading, outcomes, sentAt, days };
  } finally {
    await engine.close();
  }
}

/** Links of the mail that ask to subscribe, in the warehouse's numbers. */
async function callsToAction(dataDirectory: string): Promise<readonly number[]> {
  const catalog = await openCatalog({ kind: 'embedded', path: join(dataDirectory, 'catalog') });
  try {
    const [publication] = await catalog.listPublications();
    if (publication === undefined) throw new Error('there is no publication in the folder');
    return (await catalog.attribution(publication.id)).callsToAction;
  } finally {
    await catalog.close();
  }
}
