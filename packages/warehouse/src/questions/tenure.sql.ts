import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { Tenure } from '../whole-issue.ts';
import { askedOf, narrowed, withArrivals } from './arrivals.sql.ts';
import { sets } from './issue-figures.sql.ts';

/** Everybody who was sent any of some issues; nobody where there are none. */
const sentAny = (asked: Parameters<typeof withArrivals>[1]) => `
  SELECT groupBitmapMergeState(f.sent) AS sent_any FROM ${withArrivals('issue_figures', asked)} AS f`;

/**
 * Recipients, readers and clickers of an issue by which earlier issues they were sent, in sets of readers: those in none
 * of the lists, and so on to those in the last. Each list is to hold the later ones: what went out over a year before
 * went out over a month before as well.
 */
export async function tenure(
  engine: Engine,
  {
    publication,
    issue,
    before,
  }: {
    readonly publication: PublicationId;
    readonly issue: IssueId;
    readonly before: readonly (readonly IssueId[])[];
  },
): Promise<readonly Tenure[]> {
  const asked = await askedOf(engine, publication, [issue, ...before.flat()]);
  const earlier = before.map((issues) => narrowed(asked, issues));
  const known = earlier.map((_, at) => `(SELECT sent_any FROM known_${at})`);
  // In at least so many of the lists; the first set is everybody.
  const among = (set: string, at: number) => {
    const inside = at === 0 ? set : `bitmapAnd(${set}, ${known[at - 1]})`;
    const next = known[at];
    return next === undefined ? `bitmapCardinality(${inside})` : `bitmapAndnotCardinality(${inside}, ${next})`;
  };
  const groups = [...before, null].map(
    (_, at) => `[${['accepted', 'readers_of', 'clickers_of'].map((set) => among(set, at)).join(', ')}]`,
  );
  const withs = earlier.map((some, at) => `known_${at} AS (${sentAny(some)})`);
  const [row] = await engine.rows<{ groups: readonly (readonly [number, number, number])[] }>(`
    ${withs.length === 0 ? '' : `WITH ${withs.join(', ')}`}
    SELECT [${groups.join(', ')}] AS groups FROM (${sets(narrowed(asked, [issue]))})`);
  return [...before, null].map((_, at) => {
    const [delivered = 0, readers = 0, clickers = 0] = row?.groups[at] ?? [];
    return { delivered, readers, clickers };
  });
}
