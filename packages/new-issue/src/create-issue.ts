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
): Promise<StoredIssue> {
  const [site = null] = publication.sites;
  const structure = analyseIssue(request.editions, publication.plantsHoneypot ? { honeypot: { site } } : {});
  const title = (request.title ?? structure.title ?? '').trim().slice(0, LONGEST_TITLE);
  if (title === '') {
    throw new MissingTitleError(
      'The HTML has neither a <title> nor a heading of the first level (<h1>). Give the issue a title.',
    );
  }
  const issue = await store.catalog.createIssue(publication.id, {
    title,
    subtitle: request.subtitle,
    sentAt: request.sentAt,
    hasPaywall: structure.hasPaywall,
    tags: request.tags,
    sections: structure.sections,
    links: structure.links,
  });
  const editions = trackedEditions(issue, structure, { publicUrl: store.publicUrl, mergeTag: request.mergeTag });
  await store.catalog.saveEditions(issue.id, editions);
  return { issue, editions, notices: structure.notices };
}

/** An issue's editions with their tracked HTML. */
export function trackedEditions(
  issue: IssueWithStructure,
  structure: IssueStructure,
  { publicUrl, mergeTag }: Pick<IssueStore, 'publicUrl'> & Pick<NewIssueRequest, 'mergeTag'>,
): readonly IssueEdition[] {
  const addresses = {
    base: publicUrl,
    issue: issue.publicId,
    links: issue.links.map((link) => link.publicId),
    mergeTag,
  };
  return structure.editions.map((edition) => ({
    edition: edition.edition,
    originalHtml: edition.html,
    trackedHtml: renderEdition(edition, addresses),
  }));
}
