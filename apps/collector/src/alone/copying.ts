import { join } from 'node:path';
import { openCatalog } from '@readout/catalog';
import type { Logger } from 'pino';
import { CatalogCopy } from '../catalog-copy.ts';
import { CatalogSync } from '../catalog-sync.ts';
import { PatientCatalog } from './patient-catalog.ts';
import type { AloneConfig } from './settings.ts';

/** Where every process of a collector finds the copy of the catalog. */
export function copyPath(dataDirectory: string): string {
  return join(dataDirectory, 'catalog-copy');
}

/** Keeps the copy of the catalog fresh while PostgreSQL answers; its last state serves while it does not. */
export async function startCopying(config: AloneConfig, logger: Logger) {
  const catalog = new PatientCatalog(() => openCatalog({ kind: 'server', url: config.databaseUrl }));
  const copy = new CatalogCopy(copyPath(config.dataDirectory));
  const sync = new CatalogSync(catalog, copy, logger, Date.now);
  await sync.start();
  return {
    copy,
    sync,
    stop: async () => {
      await sync.stop();
      await catalog.close();
      await copy.close();
    },
  };
}
