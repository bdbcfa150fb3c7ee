import type { Catalog, IssueWithStructure, Publication } from '@readout/catalog';
import { isPublicId } from '@readout/events';
import { Refusal } from '../http/problem.ts';

/** The issue that a path names. @throws {Refusal} where the publication has none of that name. */
export async function findIssue(
  catalog: Pick<Catalog, 'findIssue'>,
  publication: Publication,
  id: string,
): Promise<IssueWithStructure> {
  const issue = isPublicId(id) ? await catalog.findIssue(publication.id, id) : null;
  if (issue === null) throw new Refusal('not_found', 'This publication has no such issue.');
  return issue;
}
