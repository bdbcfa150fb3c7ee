import type { CreatedIssue, createIssueRequest } from '@readout/api-contract';
import type { IssueEdition, IssueWithStructure, Publication } from '@readout/catalog';
import { analyseIssue, type IssueStructure, type Notice, renderEdition } from '@readout/instrumenter';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { instantOf } from './instant.ts';
import { issueDetail } from './issue-view.ts';

/** An issue as it was written down. */
export interface StoredIssue {
  readonly issue: IssueWithStructure;
  readonly editions: readonly IssueEdition[];
  readonly notices: readonly Notice[];
}

/** What is known of an issue beside its HTML, where it went out elsewhere. */
interface FromElsewhere {
  readonly importedAs: { readonly source: string; readonly key: string };
  /** Whether some readers could not read all of it, though the HTML does not say so. */
  readonly hasPaywall: boolean;
}

type Dependencies = Pick<ApiDependencies, 'catalog' | 'publicUrl'>;

/**
 * Takes an issue's HTML apart, writes it down and makes the tracked HTML.
 * @throws {UnsafeDestinationError} where a link must never be stored. {Refusal} where there is no title.
 */
export async function createIssue(
  deps: Dependencies,
  publication: Publication,
  request: z.output<typeof createIssueRequest>,
  elsewhere: FromElsewhere | null = null,
): Promise<StoredIssue> {
  const { catalog } = deps;
  const [site = null] = publication.sites;
  const structure = analyseIssue(request.editions, publication.plantsHoneypot ? { honeypot: { site } } : {});
  const title = (request.title ?? structure.title ?? '').trim().slice(0, 500);
  if (title === '') {
    throw new Refusal('unprocessable', 'The HTML has neither a title nor a heading. Give the issue a title.', {
      errors: [{ path: 'title', message: 'Missing, and not to be found in the HTML.' }],
    });
  }
  const issue = await catalog.createIssue(publication.id, {
    title,
    subtitle: request.subtitle,
    sentAt: request.sentAt === null ? null : instantOf(request.sentAt, 'sentAt'),
    hasPaywall: structure.hasPaywall || elsewhere?.hasPaywall === true,
    tags: request.tags,
    sections: structure.sections,
    links: structure.links,
    ...(elsewhere === null ? {} : { importedAs: elsewhere.importedAs }),
  });
  return { issue, editions: await saveTracked(deps, issue, structure, request.mergeTag), notices: structure.notices };
}

/** Makes the tracked HTML of an issue and keeps it. */
export async function saveTracked(
  { catalog, publicUrl }: Dependencies,
  issue: IssueWithStructure,
  structure: IssueStructure,
  mergeTag: string,
): Promise<readonly IssueEdition[]> {
  const addresses = {
    base: publicUrl,
    issue: issue.publicId,
    links: issue.links.map((link) => link.publicId),
    mergeTag,
  };
  const editions = structure.editions.map((edition) => ({
    edition: edition.edition,
    originalHtml: edition.html,
    trackedHtml: renderEdition(edition, addresses),
  }));
  await catalog.saveEditions(issue.id, editions);
  return editions;
}

export function createdIssueView({ issue, editions, notices }: StoredIssue): CreatedIssue {
  return {
    ...issueDetail(issue),
    editions: editions.map(({ edition, trackedHtml }) => ({ edition, html: trackedHtml })),
    notices: notices.map(({ code, message }) => ({ code, message })),
  };
}
