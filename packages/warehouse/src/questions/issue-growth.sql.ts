import type { IssueId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { HUMAN_CLICK, PAYWALL_HIT } from '../schema/aggregates.sql.ts';
import { GROWTH_STEP_MS, GROWTH_STEPS, type IssueGrowth } from '../warehouse.ts';
import { type Asked } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { type Beginnings, beginningsOf, readersSoFar, type SoFarRow } from './readers-by-hour.sql.ts';

const STEP = GROWTH_STEP_MS / 1_000;

/** What people do once and seldom, beside reading. */
type Rare = 'clicked' | 'paywall_hit' | 'trial_started';

interface FirstsRow {
  readonly issue: IssueId;
  readonly kind: Rare;
  readonly step: number;
  /** Who did it for the first time in this step. */
  readonly people: number;
}

/**
 * When each person first clicked, hit the paywall and started a trial, counted by steps. From the events themselves: there
 * are few of these kinds, and they lie together by issue, so that hardly any others are read along.
 */
const firsts = (asked: Asked, { issues, since }: Beginnings) => `
  SELECT issue, kind, step, count() AS people
  FROM (
    SELECT
      issue, kind, reader,
      toInt64(transform(issue, ${unsignedArray(issues)}, ${unsignedArray(since)}, 0)) AS sent,
      toUInt32(greatest(0, intDiv(min(toInt64(toUnixTimestamp(e.time))) - sent, ${unsigned(STEP)}))) AS step
    FROM ${eventsWithArrivals(asked, ['clicked', 'paywall_hit', 'trial_started'], ['issue', 'kind', 'time', 'reader', 'verdict'])} AS e
    WHERE reader != 0 AND (
      (${HUMAN_CLICK}) OR kind = 'trial_started' OR (${PAYWALL_HIT})
    )
    GROUP BY issue, kind, reader
  )
  WHERE step < ${unsigned(GROWTH_STEPS)}
  GROUP BY issue, kind, step`;

/** A row for each issue, in the order asked. @param asked The same issues. @param issues `since`: see `Warehouse.growth`. */
export async function issueGrowth(
  engine: Engine,
  asked: Asked,
  issues: readonly { readonly id: IssueId; readonly since: number }[],
): Promise<readonly IssueGrowth[]> {
  if (issues.length === 0) return [];
  const beginnings = beginningsOf(issues);
  const [readers, others] = await Promise.all([
    engine.rows<SoFarRow>(readersSoFar(asked, beginnings, STEP, GROWTH_STEPS)),
    engine.rows<FirstsRow>(firsts(asked, beginnings)),
  ]);
  const grown = new Map(issues.map(({ id }) => [id, noGrowth(id)]));
  for (const { issue, step, soFar } of readers) put(grown.get(issue)?.readers, step, soFar);
  for (const { issue, kind, step, people } of others) put(setOf(grown.get(issue), kind), step, people);
  for (const growth of grown.values()) {
    // Steps without a row have as many readers as before; of the others so far only who came is known.
    fill(growth.readers, Math.max);
    for (const kind of ['clicked', 'paywall_hit', 'trial_started'] as const) {
      fill(setOf(growth, kind), (before, come) => before + come);
    }
  }
  return issues.map(({ id }) => grown.get(id) ?? noGrowth(id));
}

function noGrowth(issue: IssueId): IssueGrowth {
  const none = () => new Uint32Array(GROWTH_STEPS);
  return { issue, readers: none(), clickers: none(), paywallHits: none(), trialsStarted: none() };
}

function setOf(growth: IssueGrowth | undefined, kind: Rare): Uint32Array | undefined {
  if (kind === 'clicked') return growth?.clickers;
  return kind === 'paywall_hit' ? growth?.paywallHits : growth?.trialsStarted;
}

function put(sums: Uint32Array | undefined, step: number, people: number): void {
  if (sums !== undefined) sums[step] = people;
}

function fill(sums: Uint32Array | undefined, next: (before: number, here: number) => number): void {
  let before = 0;
  for (let step = 0; step < GROWTH_STEPS && sums !== undefined; step++) {
    before = next(before, sums[step] ?? 0);
    sums[step] = before;
  }
}
