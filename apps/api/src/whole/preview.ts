import type { Catalog, IssueEdition, IssueWithStructure } from '@readout/catalog';
import { previewEdition } from '@readout/instrumenter';

/** The editions that are kept of an issue, the whole one first. */
export async function editionsOf(
  catalog: Pick<Catalog, 'findEdition'>,
  { id }: Pick<IssueWithStructure, 'id'>,
): Promise<readonly IssueEdition[]> {
  const kept = await Promise.all((['whole', 'cut'] as const).map((name) => catalog.findEdition(id, name)));
  return kept.filter((one) => one !== null);
}

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
  const kept = await editionsOf(catalog, issue);
  const editions = kept.map((one) => ({ edition: one.edition, html: one.originalHtml }));
  if (!editions.some((one) => one.edition === edition)) return null;
  return previewEdition(editions, edition, {
    links: issue.links.map(({ publicId, url }) => ({ id: publicId, url })),
    sections: issue.sections.map(({ publicId, title }) => ({ id: publicId, title })),
  });
}
