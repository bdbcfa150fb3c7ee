import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { askedOf, withArrivals } from './arrivals.sql.ts';
import type { AttributedTrials } from './attributed-trials.ts';

/** More than an issue leads to: together with the events they fit into a number's 53 bits. */
const MOST_TRIALS = 2 ** 22;

/**
 * Every change of an issue's figures is made by an event that arrives, which counts one, or is settled, which makes it
 * two; or by trials that are attributed to it, which may move elsewhere, and stand behind the point. Asked several times a second, so
 * without parameters, see literal.ts.
 */
export async function versions(
  engine: Engine,
  publication: PublicationId,
  attributed: AttributedTrials,
): Promise<ReadonlyMap<IssueId, number>> {
  const [asked, trials] = await Promise.all([askedOf(engine, publication, null), attributed.byIssue(publication)]);
  const rows = await engine.rows<{ issue: IssueId; version: number }>(
    `SELECT issue, sum(if(is_arriving = 1, f.events, 2 * f.events)) AS version
     FROM ${withArrivals('issue_figures', asked)} AS f
     GROUP BY issue`,
  );
  return new Map(rows.map(({ issue, version }) => [issue, version + (trials.get(issue) ?? 0) / MOST_TRIALS]));
}
