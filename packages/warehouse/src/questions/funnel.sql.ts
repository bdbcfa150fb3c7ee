import type { IssueId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { Funnel, FunnelPart, FunnelSteps, Funnels } from '../funnels.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { BY_SOMEBODY } from '../schema/aggregates.sql.ts';
import { type Asked, askedOf, narrowed } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { beforeTheWall, timeTaken } from './funnel-times.sql.ts';
import { sets } from './issue-figures.sql.ts';
import { WHOLE_SECOND_MS } from './subscription-lives.sql.ts';

type Query = Parameters<Funnels['funnel']>[0];

const SEGMENTS = ['free', 'trial', 'premium'] as const;
const MS = 'toInt64(toUnixTimestamp64Milli(e.time))';

/** Issues as one set; those that are reached hang on settled verdicts alone. */
const settledSets = ({ publication, issues }: Pick<Query, 'publication' | 'issues'>) =>
  sets({ publication, issues, arriving: [], arrivingAnywhere: [], attribution: null });

/** Which group an issue is in, as text. */
const groupOf = (issues: readonly IssueId[], groups: readonly number[]) =>
  issues.length === 0
    ? "''"
    : `toString(transform(issue, ${unsignedArray(issues)}, ${unsignedArray(groups)}, toUInt32(0)))`;

/** The part that somebody's hits of an issue are in, or several. */
function partsOf(part: FunnelPart | undefined, query: Query): string {
  if (part === undefined) return "['']";
  if (part.by === 'issue') return `[${groupOf(query.issues, part.groups)}]`;
  if (part.by === 'offer') return "if(empty(offers_of), ['0'], arrayMap(x -> toString(x), offers_of))";
  if (part.by === 'audience') {
    const among = (segment: string) =>
      `reader GLOBAL IN (SELECT arrayJoin(bitmapToArray(groupBitmapMergeState(${segment}_readers))) FROM (${settledSets(query)}))`;
    return `[multiIf(${SEGMENTS.map((segment) => `${among(segment)}, '${segment}'`).join(', ')}, '')]`;
  }
  // Of the first hit among all issues.
  const of = { country: 'country_of', client: 'client_of', referrer: 'referrer_of' }[part.by];
  return `[argMin(${of}, hits_of[1]) OVER (PARTITION BY reader)]`;
}

/** Hits of each person and part: moments in order. */
const hits = (asked: Asked, query: Query) => `
  SELECT reader, part, arraySort(arrayFlatten(groupArray(hits_of))) AS hits
  FROM (
    SELECT reader, hits_of, arrayJoin(${partsOf(query.part, query)}) AS part
    FROM (
      SELECT
        reader, issue,
        arraySort(groupArrayIf(${MS}, kind = 'paywall_hit')) AS hits_of,
        arrayDistinct(groupArrayIf(offer, offer != 0)) AS offers_of,
        argMinIf(toString(country), ${MS}, kind = 'paywall_hit' AND country != '') AS country_of,
        argMinIf(toString(client), (${MS}, toString(client)), kind = 'paywall_hit') AS client_of,
        argMinIf(toString(referrer), (${MS}, toString(referrer)), kind = 'viewed') AS referrer_of
      FROM ${eventsWithArrivals(
        narrowed(asked, query.issues),
        ['paywall_hit', 'offer_shown', 'viewed'],
        ['reader', 'issue', 'time', 'kind', 'verdict', 'offer', 'country', 'client', 'referrer'],
      )} AS e
      WHERE reader != 0 AND ${BY_SOMEBODY}
      GROUP BY reader, issue
      HAVING notEmpty(hits_of)
    )
  )
  GROUP BY reader, part`;

/** What each person did that may have come of a hit. Subscriptions may belong to no issue. */
const outcomes = (asked: Asked, { issues, from }: Query) => `
  SELECT
    reader AS of_reader,
    arraySort(groupArrayIf(${MS}, kind = 'offer_shown')) AS offers,
    arraySort(groupArrayIf(${MS}, kind = 'trial_started')) AS trials,
    arraySort(groupArrayIf(${MS}, kind = 'converted')) AS payments
  FROM ${eventsWithArrivals(asked, ['offer_shown', 'trial_started', 'converted'], ['reader', 'issue', 'time', 'kind', 'verdict'])} AS e
  WHERE reader != 0
    AND ((kind = 'offer_shown' AND ${BY_SOMEBODY} AND issue IN ${unsignedArray(issues)}) OR (kind != 'offer_shown' AND ${MS} >= ${unsigned(from)}))
  GROUP BY of_reader`;

/**
 * The furthest that each person came of any hit, the last one where several led as far: moments of hit, offer, trial and
 * payment, 0 where it did not come to that. Where there is a payment after some trial, there is one after the first.
 */
const chains = (asked: Asked, query: Query) => {
  const firstOf = (moments: string, after: string) =>
    `arrayFirst(y -> y >= ${after} AND y <= x + ${unsigned(query.windowMs)}, ${moments})`;
  return `
  SELECT reader, part, arraySort(x -> (-(x.3 > 0) - (x.4 > 0), -x.1), tried)[1] AS chain,
    chain.1 AS hit, arrayMax(x -> x.2 > 0, tried) AS was_offered, arrayFirst(x -> x.2 > 0, tried) AS offering,
    chain.3 AS trial, chain.4 AS payment
  FROM (
    SELECT reader, part, arrayMap(
      x -> (x.1, x.2, x.3, if(x.3 = 0, 0, ${firstOf('payments', 'x.3').replace('x +', 'x.1 +')})),
      arrayMap(x -> (x, ${firstOf('offers', `x - ${WHOLE_SECOND_MS - 1}`)}, ${firstOf('trials', `x - ${WHOLE_SECOND_MS - 1}`)}), hits)
    ) AS tried
    FROM (${hits(asked, query)}) AS h
    GLOBAL LEFT JOIN (${outcomes(asked, query)}) AS o ON h.reader = o.of_reader
  )`;
};

const counted = (asked: Asked, query: Query) => `
  SELECT
    part AS key,
    count() AS paywallHits,
    countIf(was_offered) AS offersShown,
    countIf(trial > 0) AS trialsStarted,
    countIf(payment > 0) AS converted,
    -- Whole seconds of a billing system may seem to come before the hit that led there.
    quantilesExactIf(0.25, 0.5, 0.75)(greatest(0, offering.2 - offering.1), was_offered) AS offerMs,
    quantilesExactIf(0.25, 0.5, 0.75)(greatest(0, trial - hit), trial > 0) AS trialMs,
    quantilesExactIf(0.25, 0.5, 0.75)(payment - trial, payment > 0) AS paymentMs,
    groupArrayIf((reader, payment), payment > 0) AS payers
  FROM (${chains(asked, query)})
  GROUP BY part
  ORDER BY paywallHits DESC, key`;

interface Row extends Omit<FunnelSteps, 'took'> {
  readonly key: string;
  readonly offerMs: readonly number[];
  readonly trialMs: readonly number[];
  readonly paymentMs: readonly number[];
  readonly payers: Funnel['payers'];
}

interface Reached {
  readonly key: string;
  readonly delivered: number;
  readonly readers: number;
}

/** Who was reached, by part where there are such parts of them. */
function reached(query: Query): string {
  const { part, issues } = query;
  if (part?.by === 'issue') {
    return `SELECT ${groupOf(issues, part.groups)} AS key, groupBitmapOr(accepted) AS delivered, groupBitmapOr(readers_of) AS readers
      FROM (${settledSets(query)}) GROUP BY key`;
  }
  return `SELECT key, bitmapAndCardinality(all_accepted, of_segment) AS delivered, bitmapAndCardinality(all_readers, of_segment) AS readers
    FROM (
      SELECT groupBitmapOrState(accepted) AS all_accepted, groupBitmapOrState(readers_of) AS all_readers,
        [${SEGMENTS.map((segment) => `('${segment}', groupBitmapOrState(${segment}_readers))`).join(', ')}] AS by_segment
      FROM (${settledSets(query)})
    )
    ARRAY JOIN by_segment.1 AS key, by_segment.2 AS of_segment`;
}

/** See `Funnels`. */
export async function funnel(engine: Engine, query: Query): Promise<Funnel> {
  const { part, ...whole } = query;
  const asked = await askedOf(engine, query.publication, null);
  const [[people], tookBefore, [steps], parts, reachedParts] = await Promise.all([
    engine.rows<Omit<Reached, 'key'>>(
      `SELECT groupBitmapOr(accepted) AS delivered, groupBitmapOr(readers_of) AS readers FROM (${settledSets(whole)})`,
    ),
    beforeTheWall(engine, asked, settledSets(whole), whole.issues),
    engine.rows<Row>(counted(asked, whole)),
    part === undefined ? [] : engine.rows<Row>(counted(asked, query)),
    part?.by === 'issue' || part?.by === 'audience' ? engine.rows<Reached>(reached(query)) : null,
  ]);
  const reachedOf = new Map(reachedParts?.map((one) => [one.key, one]));
  return {
    delivered: people?.delivered ?? 0,
    readers: people?.readers ?? 0,
    tookBefore,
    ...stepsOf(steps),
    payers: steps?.payers ?? [],
    parts:
      part === undefined
        ? null
        : parts.map((row) => ({
            key: row.key,
            ...stepsOf(row),
            delivered: reachedParts === null ? null : (reachedOf.get(row.key)?.delivered ?? 0),
            readers: reachedParts === null ? null : (reachedOf.get(row.key)?.readers ?? 0),
          })),
  };
}

function stepsOf(row: Row | undefined): FunnelSteps {
  const { paywallHits = 0, offersShown = 0, trialsStarted = 0, converted = 0 } = row ?? {};
  return {
    paywallHits,
    offersShown,
    trialsStarted,
    converted,
    took: {
      offer: timeTaken(offersShown, row?.offerMs),
      trial: timeTaken(trialsStarted, row?.trialMs),
      payment: timeTaken(converted, row?.paymentMs),
    },
  };
}
