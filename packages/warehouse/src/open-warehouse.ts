import { openEmbeddedEngine } from './engine/embedded-engine.ts';
import type { Engine } from './engine/engine.ts';
import { openServerEngine } from './engine/server-engine.ts';
import { issueActivity } from './questions/issue-activity.sql.ts';
import { issueFigures, noFigures, segmentFigures } from './questions/issue-figures.sql.ts';
import { linkFigures, sectionFigures } from './questions/link-figures.sql.ts';
import { quarantined } from './questions/quarantine.sql.ts';
import { readersByHour } from './questions/readers-by-hour.sql.ts';
import { versions } from './questions/versions.sql.ts';
import { migrate } from './schema/migrate.ts';
import type { Warehouse, WarehouseConfig } from './warehouse.ts';
import { Writer } from './writing/writer.ts';

/**
 * Opens the warehouse, brings its tables up to date and its aggregates up to its events.
 * @throws {WarehouseUnavailableError} {WarehouseTooNewError}
 */
export async function openWarehouse(config: WarehouseConfig): Promise<Warehouse> {
  const engine = config.kind === 'embedded' ? await openEmbeddedEngine(config.path) : await openServerEngine(config);
  try {
    return await warehouseOver(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** The warehouse over any engine; tests put faults into one. */
export async function warehouseOver(engine: Engine): Promise<Warehouse> {
  await migrate(engine);
  const writer = new Writer(engine);
  await writer.heal();
  return {
    insertEvents: (events) => writer.insertEvents(events),
    insertQuarantine: (records) => writer.insertQuarantine(records),
    deletePublication: (publication) => writer.deletePublication(publication),

    async issueReport({ publication, issue, linkSections }) {
      const [figures, segments, links, sections, activity] = await Promise.all([
        issueFigures(engine, publication, [issue]),
        segmentFigures(engine, publication, issue),
        linkFigures(engine, publication, issue),
        sectionFigures(engine, publication, issue, linkSections),
        issueActivity(engine, publication, issue),
      ]);
      return { figures: figures[0] ?? noFigures(issue), segments, links, sections, activity };
    },

    async issueSummaries({ publication, issues }) {
      const ids = issues.map(({ id }) => id);
      const [figures, hours] = await Promise.all([
        issueFigures(engine, publication, ids),
        readersByHour(engine, publication, issues),
      ]);
      const byIssue = new Map(figures.map((one) => [one.issue, one]));
      return ids.map((id) => ({ ...(byIssue.get(id) ?? noFigures(id)), readersByHour: hours.get(id) ?? [] }));
    },

    versions: (publication) => versions(engine, publication),
    quarantine: (query) => quarantined(engine, query),

    async ping() {
      await engine.rows('SELECT 1');
    },
    async close() {
      await writer.settled();
      await engine.close();
    },
  };
}
