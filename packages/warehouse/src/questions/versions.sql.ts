import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { askedOf, withArrivals } from './arrivals.sql.ts';

/**
 * Every change of an issue's figures is made by an event that arrives, which counts one, or is settled, which makes it
 * two: the number only rises. Asked several times a second, so without parameters, see literal.ts.
 */
export async function versions(engine: Engine, publication: PublicationId): Promise<ReadonlyMap<IssueId, number>> {
  const asked = await askedOf(engine, publication, null);
  const rows = await engine.rows<{ issue: IssueId; version: number }>(
    `SELECT issue, sum(if(is_arriving = 1, f.events, 2 * f.events)) AS version
     FROM ${withArrivals('issue_figures', asked)} AS f
     GROUP BY issue`,
  );
  return new Map(rows.map(({ issue, version }) => [issue, version]));
}
