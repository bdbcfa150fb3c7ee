import { openEmbeddedEngine } from './engine/embedded-engine.ts';
import type { Engine } from './engine/engine.ts';
import { openServerEngine } from './engine/server-engine.ts';
import { askedOf } from './questions/arrivals.sql.ts';
import { arrivedCheck } from './questions/arrived-check.sql.ts';
import { AttributedTrials } from './questions/attributed-trials.ts';
import { audience } from './questions/audience.sql.ts';
import { clients } from './questions/clients.sql.ts';
import { domainOpenings } from './questions/domain-openings.sql.ts';
import { domains } from './questions/domains.sql.ts';
import { earlierFetches } from './questions/earlier-fetches.sql.ts';
import { experimentArms } from './questions/experiment-arms.sql.ts';
import { eventsExport, exportParts } from './questions/export-events.sql.ts';
import { readersExport } from './questions/export-readers.sql.ts';
import { rowsExport } from './questions/export-rows.sql.ts';
import { funnel } from './questions/funnel.sql.ts';
import { GroupHistory } from './questions/group-history.ts';
import { groupMembers } from './questions/group-members.sql.ts';
import { importedEvents, issuesImported } from './questions/imported-events.sql.ts';
import { issueActivity } from './questions/issue-activity.sql.ts';
import { issueFigures, noFigures } from './questions/issue-figures.sql.ts';
import { IssueSummaries } from './questions/issue-summaries.ts';
import { judgedEvents } from './questions/judged-events.sql.ts';
import { clicksOf, fetchesOf, issuesWithFetches } from './questions/judged-fetches.sql.ts';
import { lastNotices } from './questions/last-notices.sql.ts';
import { LastOfSources } from './questions/last-of-sources.sql.ts';
import { lastStatements } from './questions/last-statements.sql.ts';
import { linkFigures } from './questions/link-figures.sql.ts';
import { payingReaders } from './questions/paying-readers.sql.ts';
import { paywallOutcome } from './questions/paywall-outcome.sql.ts';
import { quarantined, replayable } from './questions/quarantine.sql.ts';
import { readerHistory } from './questions/reader-history.sql.ts';
import { readersByDay } from './questions/readers-by-day.sql.ts';
import { recordsHeld } from './questions/records-held.sql.ts';
import { sectionReading } from './questions/section-reading.sql.ts';
import { stepsByDay } from './questions/steps-by-day.sql.ts';
import { subscriptions } from './questions/subscriptions.sql.ts';
import { tenure } from './questions/tenure.sql.ts';
import { verdicts } from './questions/verdicts.sql.ts';
import { versions } from './questions/versions.sql.ts';
import { webReach } from './questions/web-reach.sql.ts';
import { migrate } from './schema/migrate.ts';
import type { AttributionOf } from './subscriptions.ts';
import { askViews } from './views/ask-views.ts';
import { OfferedViews } from './views/offer-views.ts';
import type { Warehouse, WarehouseConfig } from './warehouse.ts';
import { reviseVerdicts } from './writing/revise-verdicts.ts';
import { Writer } from './writing/writer.ts';

/**
 * Opens the warehouse, brings its tables up to date and its aggregates up to its events.
 * @throws {WarehouseUnavailableError} {WarehouseTooNewError}
 */
export async function openWarehouse(config: WarehouseConfig, attributionOf?: AttributionOf): Promise<Warehouse> {
  const engine = config.kind === 'embedded' ? await openEmbeddedEngine(config.path) : await openServerEngine(config);
  try {
    return await warehouseOver(engine, attributionOf);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** The warehouse over any engine; tests put faults into one. */
export async function warehouseOver(over: Engine, attributionOf?: AttributionOf): Promise<Warehouse> {
  const engine = attributionOf === undefined ? over : attributing(over, attributionOf);
  await migrate(engine);
  const writer = new Writer(engine);
  // Where others may be writing, a partition is healed by whoever claims it.
  if (!engine.isShared) await writer.heal();
  const trials = new AttributedTrials(engine);
  const summaries = new IssueSummaries(engine, trials);
  const groups = new GroupHistory(engine);
  const sources = new LastOfSources(engine);
  const views = new OfferedViews(engine);
  return {
    claim: (partition) => writer.claim(partition),
    release: (partition) => writer.release(partition),
    insertEvents: (events) => writer.insertEvents(events),
    insertArrivals: (events, arrived) => writer.insertArrivals(events, arrived),
    dropSettled: (partition) => writer.dropSettled(partition),
    earlierFetches: (query) => earlierFetches(engine, query),
    acceptReplays: (replays) => writer.acceptReplays(replays),
    acceptNotices: (notices) => writer.acceptNotices(notices),
    lastNotices: (publication) => lastNotices(engine, publication),
    issuesImported: (publication) => issuesImported(engine, publication),
    importedEvents: (query) => importedEvents(engine, query),
    lastStatements: (publication) => lastStatements(engine, publication),
    replayable: (query) => replayable(engine, query),
    insertStatements: (statements) => writer.insertStatements(statements),
    insertChecks: (checks) => writer.insertChecks(checks),
    arrivedCheck: (publication, check) => arrivedCheck(engine, publication, check),
    lastOfSources: (publication) => sources.ask(publication),
    subscriptions: (publication) => subscriptions(engine, publication),
    insertQuarantine: (records) => writer.insertQuarantine(records),
    deletePublication: (publication) => writer.deletePublication(publication),

    async issueReport({ publication, issue, linkSections }) {
      const asked = await askedOf(engine, publication, [issue]);
      const [known, { links, sections }, activity] = await Promise.all([
        issueFigures(engine, asked),
        linkFigures(engine, asked, linkSections),
        issueActivity(engine, asked),
      ]);
      const { figures, segments } = known[0] ?? { figures: noFigures(issue), segments: [] };
      return { figures: await trials.addTo(publication, figures), segments, links, sections, activity };
    },

    issueSummaries: ({ publication, issues, oldMs = 0 }) => summaries.ask(publication, issues, oldMs),
    figures: ({ publication, issues, oldMs = 0 }) => summaries.figures(publication, issues, oldMs),
    growth: ({ publication, issues, oldMs = 0 }) => summaries.growth(publication, issues, oldMs),
    verdicts: (query) => verdicts(engine, query),
    judgedEvents: (query) => judgedEvents(engine, query),
    clients: (query) => clients(engine, query),
    domains: (query) => domains(engine, query),
    sectionReading: (query) => sectionReading(engine, query),
    paywallOutcome: (query) => paywallOutcome(engine, query),
    audience: (query) => audience(engine, query),
    tenure: (query) => tenure(engine, query),

    async rebuild(progress) {
      await writer.rebuild(progress);
      trials.forget();
      summaries.forget();
      groups.forget();
    },
    funnel: (query) => funnel(engine, query),
    experimentArms: (query) => experimentArms(engine, query),
    webReach: (query) => webReach(engine, query),
    readersByDay: (publication, over) => readersByDay(engine, publication, over),
    stepsByDay: (publication, over) => stepsByDay(engine, publication, over),
    payingReaders: (query) => payingReaders(engine, query),
    domainOpenings: (query) => domainOpenings(engine, query),
    readerGroups: (query) => groups.ask(query),
    groupMembers: (query) => groupMembers(engine, query),
    readerHistory: (query) => readerHistory(engine, query),
    issuesWithFetches: (query) => issuesWithFetches(engine, query),
    fetchesOf: (query) => fetchesOf(engine, query),
    clicksOf: (query) => clicksOf(engine, query),
    reviseVerdicts: (publication, revisions) => reviseVerdicts(engine, publication, revisions),
    exportEvents: (query, terms) => eventsExport(engine, query, terms),
    exportReaders: (query, terms) => readersExport(engine, query, terms),
    exportRows: (query, terms) => rowsExport(engine, query, terms),
    async linksAndSections({ publication, issues, linkSections }) {
      return linkFigures(engine, await askedOf(engine, publication, issues), linkSections);
    },
    exportParts: (query, about) => exportParts(engine, query, about),
    versions: (publication) => versions(engine, publication, trials),
    recordsHeld: (collector, from, to) => recordsHeld(engine, collector, from, to),
    quarantine: (query) => quarantined(engine, query),

    offerViews: (of) => views.offer(of),
    withdrawViews: (publication, publicId) => views.withdraw(publication, publicId),
    askViews: (publicId, sql, format) => askViews(engine, publicId, sql, format),

    async ping() {
      await engine.rows('SELECT 1');
    },
    async close() {
      await writer.settled();
      await engine.close();
    },
  };
}

function attributing(engine: Engine, attributionOf: AttributionOf): Engine {
  return {
    cluster: engine.cluster,
    isShared: engine.isShared,
    attributionOf,
    rows: (sql, parameters) => engine.rows(sql, parameters),
    written: (sql) => engine.written(sql),
    command: (sql, shard) => engine.command(sql, shard),
    insert: (rows, terms) => engine.insert(rows, terms),
    stream: (sql, format) => engine.stream(sql, format),
    streamReadOnly: (database, sql, format) => engine.streamReadOnly(database, sql, format),
    close: () => engine.close(),
  };
}
