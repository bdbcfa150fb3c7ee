import type { Catalog, IssueEdition, IssueWithStructure, Publication } from '@readout/catalog';
import {
  analyseIssue,
  type EditionInput,
  type IssueStructure,
  type Notice,
  renderEdition,
} from '@readout/instrumenter';

/** An issue as it was written down. */
export interface StoredIssue {
  readonly issue: IssueWithStructure;
  readonly editions: readonly IssueEdition[];
  readonly notices: readonly Notice[];
}

export interface NewIssueRequest {
  readonly editions: readonly EditionInput[];
  /** Null: the one that the HTML has. */
  readonly title: string | null;
  readonly subtitle: string;
  readonly sentAt: Date | null;
  readonly tags: readonly string[];
  /** What stands in the tracked HTML where the reader's token goes. */
  readonly mergeTag: string;
}

/** What is known of an issue beside its HTML, where it went out elsewhere. */
export interface FromElsewhere {
  readonly importedAs: { readonly source: string; readonly key: string };
  /** Whether some readers could not read all of it, though the HTML does not say so. */
  readonly hasPaywall: boolean;
}

export interface IssueStore {
  readonly catalog: Pick<Catalog, 'createIssue' | 'saveEditions'>;
  /** Base address put into tracked HTML, without a slash at the end. */
  readonly publicUrl: string;
}

/** Nobody said what the issue is called, and its HTML does not either. */
export class MissingTitleError extends Error {
  readonly code = 'MISSING_TITLE';
}

const LONGEST_TITLE = 500;

/**
 * Takes an issue's HTML apart, writes it down and makes the tracked HTML.
 * @throws {UnsafeDestinationError} where a link must never be stored. {MissingTitleError}
 */
export async function createIssue(
  store: IssueStore,
  publication: Publication,
  request: NewIssueRequest,
  elsewhere: FromElsewhere | null = null,
): Promise<StoredIssue> {
  const [site = null] = publication.sites;
  const structure = analyseIssue(request.editions, publication.plantsHoneypot ? { honeypot: { site } } : {});
  const title = (request.title ?? structure.title ?? '').trim().slice(0, LONGEST_TITLE);
  if (title === '') {
    throw new MissingTitleError('The HTML has neither a <title> nor a heading of the first level (<h1>). Give the issue a title.');
  }
  const issue = await store.catalog.createIssue(publication.id, {
    title,
    subtitle: request.subtitle,
    sentAt: request.sentAt,
    hasPaywall: structure.hasPaywall || elsewhere?.hasPaywall === true,
    tags: request.tags,
    sections: structure.sections,
    links: structure.links,
    ...(elsewhere === null ? {} : { importedAs: elsewhere.importedAs }),
  });
  return { issue, editions: await saveTracked(store, issue, structure, request.mergeTag), notices: structure.notices };
}

/** Makes the tracked HTML of an issue and keeps it. */
export async function saveTracked(
  { catalog, publicUrl }: IssueStore,
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
