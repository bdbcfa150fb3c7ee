import type { IssueId, PublicationId } from '@readout/events';
import type { Issue, IssueWithStructure, Link, NewIssue, Section } from './catalog.ts';
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
  issue: NewIssue,
): Promise<IssueWithStructure> {
  return only(await writeIssues(transaction, publication, [issue]));
}

/**
 * Writes issues with their sections and links, all in their order, with a few statements for all of them; call within a
 * transaction.
 */
export async function writeIssues(
  transaction: Database,
  publication: PublicationId,
  given: readonly NewIssue[],
): Promise<readonly IssueWithStructure[]> {
  const rows = given.map(({ title, subtitle, sentAt, hasPaywall, tags = [] }) => {
    return { publicId: newPublicId(), publication, title, subtitle, sentAt, hasPaywall, tags: [...tags] };
  });
  const written: Issue[] = [];
  for await (const chunk of chunksOf(rows, ROWS_PER_INSERT)) {
    written.push(...(await transaction.insert(issues).values(chunk).returning()));
  }
  // PostgreSQL promises no order for what `returning` answers.
  const byName = new Map(written.map((issue) => [issue.publicId, issue]));
  const inOrder = rows.map(({ publicId }) => only([byName.get(publicId)].flatMap((issue) => issue ?? [])));
  const imported = given.flatMap(({ importedAs }, at) =>
    importedAs === undefined ? [] : [{ publication, issue: only(inOrder.slice(at)).id, ...importedAs }],
  );
  for await (const chunk of chunksOf(imported, ROWS_PER_INSERT)) await transaction.insert(importedIssues).values(chunk);
  const itsSections = await writeSections(transaction, inOrder, given);
  const itsLinks = await writeLinks(transaction, inOrder, given, itsSections);
  return inOrder.map((issue) => ({
    ...issue,
    sections: itsSections.get(issue.id) ?? [],
    links: itsLinks.get(issue.id) ?? [],
  }));
}

async function writeSections(
  transaction: Database,
  written: readonly Issue[],
  given: readonly NewIssue[],
): Promise<ReadonlyMap<IssueId, readonly Section[]>> {
  const rows = written.flatMap(({ id: issue }, at) =>
    (given[at]?.sections ?? []).map(({ title, access }, ordinal) => {
      return { publicId: newPublicId(), issue, title, ordinal, access };
    }),
  );
  const all: (Section & { readonly issue: IssueId })[] = [];
  for await (const chunk of chunksOf(rows, ROWS_PER_INSERT)) {
    const columns = { ...sectionColumns, issue: sections.issue };
    all.push(...(await transaction.insert(sections).values(chunk).returning(columns)));
  }
  return byIssue(all);
}

async function writeLinks(
  transaction: Database,
  written: readonly Issue[],
  given: readonly NewIssue[],
  sectionsOf: ReadonlyMap<IssueId, readonly Section[]>,
): Promise<ReadonlyMap<IssueId, readonly Link[]>> {
  const rows = written.flatMap(({ id: issue }, at) =>
    (given[at]?.links ?? []).map(({ url, text, kind, section }, ordinal) => ({
      publicId: newPublicId(),
      issue,
      section: section === null ? null : sectionAt(sectionsOf.get(issue) ?? [], section),
      url,
      text,
      kind,
      ordinal,
    })),
  );
  const all: (Link & { readonly issue: IssueId })[] = [];
  for await (const chunk of chunksOf(rows, ROWS_PER_INSERT)) {
    const columns = { ...linkColumns, issue: links.issue };
    all.push(...(await transaction.insert(links).values(chunk).returning(columns)));
  }
  return byIssue(all);
}

/** What belongs to each issue, in its order. */
function byIssue<Part extends { readonly issue: IssueId; readonly ordinal: number }>(
  all: readonly Part[],
): ReadonlyMap<IssueId, readonly Omit<Part, 'issue'>[]> {
  const of = new Map<IssueId, Omit<Part, 'issue'>[]>();
  for (const { issue, ...part } of [...all].sort((one, other) => one.ordinal - other.ordinal)) {
    const its = of.get(issue);
    if (its === undefined) of.set(issue, [part]);
    else its.push(part);
  }
  return of;
}

function sectionAt(itsSections: readonly Section[], index: number): Section['id'] {
  const section = itsSections[index];
  if (section === undefined) {
    throw new RangeError(`A link stands in section ${index}, but the issue has ${itsSections.length} of them.`);
  }
  return section.id;
}
