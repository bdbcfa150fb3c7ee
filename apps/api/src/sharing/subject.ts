import { type SharedSubject, sharedSubject } from '@readout/api-contract';
import type { Publication, ShareLink } from '@readout/catalog';
import { isPublicId } from '@readout/events';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { sentIssues } from '../issues/sent-issues.ts';
import { destinationOf } from '../reports/destination.ts';

type Deps = Pick<ApiDependencies, 'catalog' | 'clock'>;

/** What a link shows, as it was written down. */
export function subjectOf({ subject }: Pick<ShareLink, 'subject'>): SharedSubject {
  return sharedSubject.parse(subject);
}

/** The issue that is shown: the one that was chosen, or the newest that went out; null: it is not there (any more). */
export async function shownIssue(
  { catalog, clock }: Deps,
  publication: Publication,
  chosen: string | null,
): Promise<{ readonly id: string; readonly title: string } | null> {
  if (chosen === null) {
    const [newest] = await sentIssues(catalog, publication.id, clock(), { most: 1 });
    return newest === undefined ? null : { id: newest.publicId, title: newest.title };
  }
  const issue = isPublicId(chosen) ? await catalog.findIssue(publication.id, chosen) : null;
  return issue === null ? null : { id: issue.publicId, title: issue.title };
}

/**
 * What is shown by its name, for the list of links: an issue's title, or where a sponsor's link leads. Of what follows
 * the newest there is none.
 */
export async function titleOf(deps: Deps, publication: Publication, subject: SharedSubject): Promise<string | null> {
  if (subject.show === 'issue' || subject.show === 'issue_report') {
    return subject.issue === null ? null : ((await shownIssue(deps, publication, subject.issue))?.title ?? null);
  }
  if (subject.show !== 'sponsor_report' || !isPublicId(subject.link)) return null;
  const target = await deps.catalog.findLinkTarget(subject.link);
  return target?.publication === publication.id ? destinationOf(target.url, subject.match) : null;
}

/** @throws {Refusal} where the publication has nothing of the kind to show. */
export async function mustBeThere(deps: Deps, publication: Publication, subject: SharedSubject): Promise<void> {
  if (subject.show === 'issue' || subject.show === 'issue_report') {
    if ((await shownIssue(deps, publication, subject.issue)) !== null) return;
    throw subject.issue === null
      ? missing('issue', 'No issue has gone out yet.')
      : missing('issue', 'This publication has no such issue.');
  }
  if (subject.show === 'sponsor_report' && (await titleOf(deps, publication, subject)) === null) {
    throw missing('link', 'This publication has no such link.');
  }
}

function missing(field: 'issue' | 'link', message: string): Refusal {
  return new Refusal('unprocessable', message, { errors: [{ path: `subject.${field}`, message }] });
}
