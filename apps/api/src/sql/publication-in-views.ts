import type { Publication } from '@readout/catalog';
import type { PublicationInViews } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { readerKey } from '../exports/sources.ts';

/** What the views of a publication tell of it, as the catalog has it now. */
export async function publicationInViews(
  { catalog }: Pick<ApiDependencies, 'catalog'>,
  publication: Pick<Publication, 'id' | 'publicId' | 'timeZone'>,
): Promise<PublicationInViews> {
  const { id, publicId, timeZone } = publication;
  const [key, issues, sections, links, offers] = await Promise.all([
    readerKey({ catalog }, publication),
    catalog.allIssues(id),
    catalog.allSections(id),
    catalog.allLinks(id),
    catalog.listOffers(id),
  ]);
  return {
    publication: id,
    publicId,
    timeZone,
    readerKey: key,
    issues: issues.map((one) => ({
      number: one.id,
      id: one.publicId,
      name: one.title,
      text: one.subtitle,
      tags: one.tags.join(', '),
      hasPaywall: one.hasPaywall,
      sentAt: one.sentAt?.getTime() ?? null,
    })),
    sections: sections.map((one) => ({
      number: one.id,
      id: one.publicId,
      name: one.title,
      issue: one.issue,
      ordinal: one.ordinal,
      word: one.access,
    })),
    links: links.map((one) => ({
      number: one.id,
      id: one.publicId,
      name: one.url,
      issue: one.issue,
      section: one.section,
      ordinal: one.ordinal,
      text: one.text,
      word: one.kind,
    })),
    offers: offers.map((one) => ({ number: one.id, id: one.publicId, name: one.name })),
  };
}
