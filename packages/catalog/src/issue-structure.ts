import type { IssueId, PublicationId } from '@readout/events';
import type { IssueWithStructure, Link, NewIssue, Section } from './catalog.ts';
import { chunksOf } from './chunks.ts';
import { newPublicId } from './public-id.ts';
import { importedIssues, issues, links, sections } from './schema.ts';
import { type Database, only } from './store.ts';

/** With seven parameters a row this stays far under PostgreSQL's 65,535, and takes PGlite some 25 ms. */
const ROWS_PER_INSERT = 250;

export const sectionColumns = {
  id: sections.id,
  publicId: sections.publicId,
  title: sections.title,
  ordinal: sections.ordinal,
  access: sections.access,
};

export const linkColumns = {
  id: links.id,
  publicId: links.publicId,
  url: links.url,
  text: links.text,
  kind: links.kind,
  section: links.section,
  ordinal: links.ordinal,
};

/** Writes an issue with its sections and links, in their order; call within a transaction. */
export async function writeIssue(
  transaction: Database,
  publication: PublicationId,
  { title, subtitle, sentAt, hasPaywall, tags = [], importedAs, ...structure }: NewIssue,
): Promise<IssueWithStructure> {
  const values = { publicId: newPublicId(), publication, title, subtitle, sentAt, hasPaywall, tags: [...tags] };
  const issue = only(await transaction.insert(issues).values(values).returning());
  if (importedAs !== undefined) {
    await transaction.insert(importedIssues).values({ publication, issue: issue.id, ...importedAs });
  }
  const itsSections = await writeSections(transaction, issue.id, structure.sections);
  const itsLinks = await writeLinks(transaction, issue.id, structure.links, itsSections);
  return { ...issue, sections: itsSections, links: itsLinks };
}

async function writeSections(
  transaction: Database,
  issue: IssueId,
  given: NewIssue['sections'],
): Promise<readonly Section[]> {
  const rows = given.map(({ title, access }, ordinal) => ({ publicId: newPublicId(), issue, title, ordinal, access }));
  const written: Section[] = [];
  for await (const chunk of chunksOf(rows, ROWS_PER_INSERT)) {
    written.push(...(await transaction.insert(sections).values(chunk).returning(sectionColumns)));
  }
  return written.sort(byOrdinal);
}

async function writeLinks(
  transaction: Database,
  issue: IssueId,
  given: NewIssue['links'],
  itsSections: readonly Section[],
): Promise<readonly Link[]> {
  const rows = given.map(({ url, text, kind, section }, ordinal) => ({
    publicId: newPublicId(),
    issue,
    section: section === null ? null : sectionAt(itsSections, section),
    url,
    text,
    kind,
    ordinal,
  }));
  const written: Link[] = [];
  for await (const chunk of chunksOf(rows, ROWS_PER_INSERT)) {
    written.push(...(await transaction.insert(links).values(chunk).returning(linkColumns)));
  }
  return written.sort(byOrdinal);
}

function sectionAt(itsSections: readonly Section[], index: number): Section['id'] {
  const section = itsSections[index];
  if (section === undefined) {
    throw new RangeError(`A link stands in section ${index}, but the issue has ${itsSections.length} of them.`);
  }
  return section.id;
}

/** PostgreSQL promises no order for what `returning` answers. */
function byOrdinal(a: { readonly ordinal: number }, b: { readonly ordinal: number }): number {
  return a.ordinal - b.ordinal;
}
