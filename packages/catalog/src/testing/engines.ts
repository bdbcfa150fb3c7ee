import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Catalog, CatalogConfig } from '../catalog.ts';
import { openCatalog } from '../open-catalog.ts';
import { startPostgres } from './postgres-server.ts';

/** UTC, ms. Set it to let time pass. */
export interface Clock {
  now: number;
}

export interface EngineInTest {
  /** The suite's catalog, shared by its tests. */
  readonly catalog: Catalog;
  /** Sessions and keys expire by it. */
  readonly clock: Clock;
}

const ENGINES = {
  PGlite: async () => ({ config: { kind: 'embedded', path: null } as const, stop: async () => {} }),
  PostgreSQL: async () => {
    const server = await startPostgres();
    const config: CatalogConfig = { kind: 'server', url: await server.newDatabase() };
    return { config, stop: () => server.stop() };
  },
};

const START_TIMEOUT_MS = 60_000;

/** The same suite on both engines; fails, and does not skip, where one cannot be started. */
export function onBothEngines(subject: string, suite: (engine: EngineInTest) => void): void {
  for (const [name, start] of Object.entries(ENGINES)) {
    describe(`${subject}, on ${name}`, () => {
      const clock: Clock = { now: Date.UTC(2026, 2, 2, 12) };
      let started: Awaited<ReturnType<typeof start>> | undefined;
      let catalog: Catalog | undefined;
      beforeAll(async () => {
        started = await start();
        catalog = await openCatalog(started.config, () => clock.now);
      }, START_TIMEOUT_MS);
      afterAll(async () => {
        await catalog?.close();
        await started?.stop();
      }, START_TIMEOUT_MS);
      suite({
        clock,
        get catalog() {
          if (catalog === undefined) throw new Error(`${name} was not started`);
          return catalog;
        },
      });
    });
  }
}

export const newPublication = (catalog: Catalog, name = 'The Low Tide') =>
  catalog.createPublication({ name, timeZone: 'Europe/Madrid', isSample: false });
