import type { Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';

/**
 * Removes a publication and all that was counted for it. What the log holds is counted first, so that nothing
 * of it comes after; once the catalog has forgotten the publication, nothing new is taken for it.
 */
export async function removePublication(
  { catalog, warehouse, ingested, logger }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'ingested' | 'logger'>,
  { id, publicId }: Pick<Publication, 'id' | 'publicId'>,
): Promise<void> {
  await ingested();
  await catalog.deletePublication(id);
  await warehouse.deletePublication(id);
  await warehouse.withdrawViews(id, publicId);
  logger.info({ publication: publicId }, 'a publication was removed');
}
