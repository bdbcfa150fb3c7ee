import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';

/**
 * Events counted so far: every change of an issue's figures is made by one. Asked several times a second, so
 * without parameters, see literal.ts.
 */
export async function versions(engine: Engine, publication: PublicationId): Promise<ReadonlyMap<IssueId, number>> {
  const rows = await engine.rows<{ issue: IssueId; version: number }>(
    `SELECT issue, sum(events) AS version FROM issue_figures WHERE publication = ${unsigned(publication)} GROUP BY issue`,
  );
  return new Map(rows.map(({ issue, version }) => [issue, version]));
}
