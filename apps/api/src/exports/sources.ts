import { createHmac } from 'node:crypto';
import type { Exported } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ExportFormat, WrittenExport } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { cohortRows } from './cohort-rows.ts';
import type { Narrowed } from './filter.ts';
import { issueRows } from './issue-rows.ts';
import { linkRows, sectionRows } from './link-rows.ts';
import { trialRows } from './trial-rows.ts';

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>;

/** What was asked for, as it is being written. */
export async function written(
  deps: Deps,
  publication: Publication,
  what: Exported,
  narrowed: Narrowed,
  format: ExportFormat,
): Promise<WrittenExport> {
  const { catalog, warehouse } = deps;
  const terms = { format, timeZone: publication.timeZone, readerKey: await readerKey(deps, publication) };
  switch (what) {
    case 'events':
      return warehouse.exportEvents(
        {
          publication: publication.id,
          filter: narrowed.events,
          names: await names(catalog, publication),
          inOrder: format === 'rows',
        },
        terms,
      );
    case 'readers':
      return warehouse.exportReaders({ publication: publication.id, filter: narrowed.events }, terms);
    case 'issues':
      return warehouse.exportRows(await issueRows(deps, publication, narrowed), terms);
    case 'links':
      return warehouse.exportRows(await linkRows(deps, publication, narrowed), terms);
    case 'sections':
      return warehouse.exportRows(await sectionRows(deps, publication, narrowed), terms);
    case 'trials':
      return warehouse.exportRows(await trialRows(deps, publication, narrowed), terms);
    case 'cohorts':
      return warehouse.exportRows(await cohortRows(deps, publication), terms);
  }
}

/** A reader is called the same in all exports of a publication, and otherwise in those of another. */
export async function readerKey(
  { catalog }: Pick<Deps, 'catalog'>,
  { publicId }: Pick<Publication, 'publicId'>,
): Promise<Uint8Array> {
  const secret = await catalog.installationSecret('exported-readers');
  return createHmac('sha256', secret).update(publicId).digest().subarray(0, 16);
}

async function names(catalog: Deps['catalog'], { id }: Publication) {
  const [issues, sections, links, offers] = await Promise.all([
    catalog.allIssues(id),
    catalog.allSections(id),
    catalog.allLinks(id),
    catalog.listOffers(id),
  ]);
  return {
    issues: issues.map((one) => [one.id, one.publicId, one.title] as const),
    sections: sections.map((one) => [one.id, one.publicId, one.title] as const),
    links: links.map((one) => [one.id, one.publicId, one.url] as const),
    offers: offers.map((one) => [one.id, one.publicId, one.name] as const),
  };
}
