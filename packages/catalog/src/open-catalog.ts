import { sql } from 'drizzle-orm';
import { accessIn } from './access.ts';
import { attributionIn } from './attribution.ts';
import { billingSystemsIn } from './billing-systems.ts';
import { brandsIn } from './brands.ts';
import type { Catalog, CatalogConfig } from './catalog.ts';
import { collectionIn } from './collection.ts';
import { editionsIn } from './editions.ts';
import { CatalogUnavailableError } from './errors.ts';
import { experimentsIn } from './experiments.ts';
import { exportLogIn } from './export-log.ts';
import { importsIn } from './imports.ts';
import { issueListIn } from './issue-list.ts';
import { issuesIn } from './issues.ts';
import { linksIn } from './links.ts';
import { mailProvidersIn } from './mail-providers.ts';
import { mailServersIn } from './mail-servers.ts';
import { mailingsIn } from './mailings.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { notesIn } from './notes.ts';
import { offeringsIn } from './offerings.ts';
import { offersIn } from './offers.ts';
import { ownRulesIn } from './own-rules.ts';
import { publicationsIn } from './publications.ts';
import { readersIn } from './readers.ts';
import { scheduleRunsIn } from './schedule-runs.ts';
import { schedulesIn } from './schedules.ts';
import { secretsIn } from './secrets.ts';
import { openServer } from './server.ts';
import { shareLinksIn } from './share-links.ts';
import { type Engine, Store } from './store.ts';
import { targetsIn } from './targets.ts';
import { tokenKeysIn } from './token-keys.ts';

const PING_TIMEOUT_MS = 5_000;

/**
 * Opens the catalog and brings its tables up to date.
 * @param clock the time in UTC ms, for what expires.
 * @throws {CatalogUnavailableError} where it cannot be opened.
 */
export async function openCatalog(config: CatalogConfig, clock: () => number = Date.now): Promise<Catalog> {
  const engine = config.kind === 'embedded' ? await openEmbedded(config.path) : await openServer(config.url);
  const store = new Store(engine);
  try {
    await migrate(store, MIGRATIONS);
  } catch (error) {
    await engine.close();
    throw error;
  }
  let closing: Promise<void> | null = null;
  return {
    ...publicationsIn(store),
    ...issuesIn(store),
    ...issueListIn(store),
    ...editionsIn(store),
    ...targetsIn(store),
    ...collectionIn(store),
    ...attributionIn(store),
    ...mailingsIn(store),
    ...brandsIn(store),
    ...linksIn(store),
    ...mailProvidersIn(store),
    ...billingSystemsIn(store),
    ...ownRulesIn(store),
    ...notesIn(store),
    ...importsIn(store),
    ...exportLogIn(store),
    ...shareLinksIn(store),
    ...mailServersIn(store),
    ...schedulesIn(store),
    ...scheduleRunsIn(store),
    ...offersIn(store),
    ...experimentsIn(store),
    ...offeringsIn(store),
    ...readersIn(store),
    ...tokenKeysIn(store),
    ...secretsIn(store),
    ...accessIn(store, clock),
    ping: () => ping(store, engine),
    close: () => {
      closing ??= engine.close();
      return closing;
    },
  };
}

/** Loaded when it is asked for: whoever uses a server does without PGlite in memory. */
async function openEmbedded(path: string | null): Promise<Engine> {
  const embedded = await import('./embedded.ts');
  return embedded.openEmbedded(path);
}

/** A server that took the connection and then says nothing has no time limit of its own. */
async function ping(store: Store, { place }: Engine): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const error = new CatalogUnavailableError(
      `${place} does not answer within ${PING_TIMEOUT_MS / 1000} s: see whether it is overloaded or cut off.`,
    );
    timer = setTimeout(reject, PING_TIMEOUT_MS, error);
  });
  const answer = store.ask((database) => database.execute(sql`select 1`));
  try {
    await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
