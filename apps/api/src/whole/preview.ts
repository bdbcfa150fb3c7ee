import type { Catalog, IssueWithStructure } from '@readout/catalog';
import { previewEdition } from '@readout/instrumenter';

/**
 * An edition's HTML fit to be looked at; null where there is no such edition. Both editions are read, as when the issue
 * was created: which link is which follows from both.
 * @throws {UnsafeDestinationError} where a link must never be stored.
 */
export async function previewOf(
  catalog: Pick<Catalog, 'findEdition'>,
  issue: IssueWithStructure,
  edition: 'whole' | 'cut',
): Promise<string | null> {
  const kept = await Promise.all((['whole', 'cut'] as const).map((name) => catalog.findEdition(issue.id, name)));
  const editions = kept.flatMap((one) => (one === null ? [] : [{ edition: one.edition, html: one.originalHtml }]));
  if (!editions.some((one) => one.edition === edition)) return null;
  return previewEdition(editions, edition, {
    links: issue.links.map(({ publicId, url }) => ({ id: publicId, url })),
    sections: issue.sections.map(({ publicId, title }) => ({ id: publicId, title })),
  });
}
