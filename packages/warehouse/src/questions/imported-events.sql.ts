import type { EventKind, IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { HeldImport, Imported } from '../imported.ts';
import { unsigned } from '../literal.ts';
import { text } from '../schema/table.ts';
import { askedOf, eventsHeld } from './arrivals.sql.ts';

/** Which issues hold anything that was imported; 0: what belongs to none. */
export async function issuesImported(engine: Engine, publication: PublicationId): Promise<ReadonlySet<IssueId | 0>> {
  const rows = await engine.written<{ issue: IssueId | 0 }>(
    `SELECT DISTINCT issue FROM (
      SELECT issue FROM events WHERE publication = ${unsigned(publication)} AND source = 'import'
      UNION ALL
      SELECT issue FROM arrivals WHERE publication = ${unsigned(publication)} AND source = 'import'
    )`,
  );
  return new Set(rows.map(({ issue }) => issue));
}

/** What was imported of an issue, or of all of them, of these kinds. */
export async function importedEvents(
  engine: Engine,
  { publication, issue, kinds }: Imported,
): Promise<readonly HeldImport[]> {
  const asked = await askedOf(engine, publication, issue === null ? null : [issue]);
  const rows = await engine.written<{ k: EventKind; r: number; t: number }>(
    `SELECT DISTINCT kind AS k, reader AS r, toUnixTimestamp64Milli(time) AS t
     FROM ${eventsHeld(asked, kinds, ['kind', 'reader', 'time'], `source = ${text('import')}`)}`,
  );
  return rows.map(({ k, r, t }) => ({ kind: k, reader: r, time: t }));
}
