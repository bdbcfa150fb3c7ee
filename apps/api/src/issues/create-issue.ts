import type { CreatedIssue, createIssueRequest } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { analyseIssue, renderEdition } from '@readout/instrumenter';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { issueDetail } from './issue-view.ts';
import { instantOf } from './instant.ts';

/**
 * Takes an issue's HTML apart, writes it down and answers the tracked HTML.
 * @throws {UnsafeDestinationError} where a link must never be stored. {Refusal} where there is no title.
 */
export async function createIssue(
  { catalog, publicUrl, logger }: Pick<ApiDependencies, 'catalog' | 'publicUrl' | 'logger'>,
  publication: Publication,
  request: z.output<typeof createIssueRequest>,
): Promise<CreatedIssue> {
  const structure = analyseIssue(request.editions);
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
    hasPaywall: structure.hasPaywall,
    sections: structure.sections,
    links: structure.links,
  });
  const addresses = {
    base: publicUrl,
    issue: issue.publicId,
    links: issue.links.map((link) => link.publicId),
    mergeTag: request.mergeTag,
  };
  const editions = structure.editions.map((edition) => ({
    edition: edition.edition,
    originalHtml: edition.html,
    trackedHtml: renderEdition(edition, addresses),
  }));
  await catalog.saveEditions(issue.id, editions);
  logger.info(
    {
      publication: publication.publicId,
      issue: issue.publicId,
      links: issue.links.length,
      sections: issue.sections.length,
      notices: structure.notices.length,
    },
    'an issue was created',
  );
  return {
    ...issueDetail(issue),
    editions: editions.map(({ edition, trackedHtml }) => ({ edition, html: trackedHtml })),
    notices: structure.notices.map(({ code, message }) => ({ code, message })),
  };
}
