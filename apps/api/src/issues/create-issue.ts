import type { CreatedIssue, createIssueRequest } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { createIssue, MissingTitleError, type StoredIssue } from '@readout/new-issue';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { instantOf } from './instant.ts';
import { issueDetail } from './issue-view.ts';

/** @throws {UnsafeDestinationError} where a link must never be stored. {Refusal} where there is no title. */
export async function createIssueAsAsked(
  deps: Pick<ApiDependencies, 'catalog' | 'publicUrl'>,
  publication: Publication,
  { sentAt, title, ...request }: z.output<typeof createIssueRequest>,
): Promise<StoredIssue> {
  try {
    return await createIssue(deps, publication, {
      ...request,
      title: title ?? null,
      sentAt: sentAt === null ? null : instantOf(sentAt, 'sentAt'),
    });
  } catch (error) {
    if (!(error instanceof MissingTitleError)) throw error;
    throw new Refusal('unprocessable', error.message, {
      errors: [{ path: 'title', message: 'Missing, and not to be found in the HTML.' }],
    });
  }
}

export function createdIssueView({ issue, editions, notices }: StoredIssue): CreatedIssue {
  return {
    ...issueDetail(issue),
    editions: editions.map(({ edition, trackedHtml }) => ({ edition, html: trackedHtml })),
    notices: notices.map(({ code, message }) => ({ code, message })),
  };
}
