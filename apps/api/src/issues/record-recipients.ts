import { createHmac } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { recipientsRequest, recipientsResponse } from '@readout/api-contract';
import type { Issue, Publication, Reader } from '@readout/catalog';
import { encodeRecord, type Fact } from '@readout/events';
import { mintToken } from '@readout/tokens';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { instantOf } from './instant.ts';

type Recipients = z.output<typeof recipientsRequest>;
type Recipient = Recipients['recipients'][number];

/** Name of the secret under which senders' names for readers are hashed. */
const SECRET = 'reader-reference';
/** Signing is a few microseconds each; other requests get their turn in between. */
const PER_TURN = 500;

/**
 * Writes down to whom an issue went, and answers each one's token in the order of the request. Repeating a
 * request changes nothing that is counted: recipients are counted as distinct readers.
 */
export async function recordRecipients(
  { catalog, log, clock, logger }: Pick<ApiDependencies, 'catalog' | 'log' | 'clock' | 'logger'>,
  publication: Publication,
  issue: Issue,
  request: Recipients,
): Promise<z.output<typeof recipientsResponse>> {
  const sentAt = request.sentAt === undefined ? new Date(clock()) : instantOf(request.sentAt, 'sentAt');
  const secret = await catalog.installationSecret(SECRET);
  const distinct = distinctRecipients(request.recipients, (reader) => readerReference(secret, publication.publicId, reader));
  const people = [...distinct.values()];
  const readers = await catalog.upsertReaders(publication.id, people);
  const facts = people.map(({ segment, edition }, index) => {
    const fact: Fact = {
      type: 'fact',
      version: 1,
      kind: 'sent',
      time: sentAt.getTime(),
      publication: publication.id,
      issue: issue.id,
      reader: at(readers, index).id,
      segment,
      ...(edition === undefined ? {} : { edition }),
      source: 'api',
    };
    return encodeRecord(fact);
  });
  await log.appendAll(facts);
  if (issue.sentAt === null) await catalog.updateIssue(publication.id, issue.publicId, { sentAt });

  const key = await catalog.signingKey(publication.id);
  const tokens = new Map<string, string>();
  for (const [index, reference] of [...distinct.keys()].entries()) {
    if (index % PER_TURN === 0) await nextTurn();
    tokens.set(reference, mintToken(key, at(readers, index).id));
  }
  logger.info({ publication: publication.publicId, issue: issue.publicId, recipients: people.length }, 'recipients were recorded');
  return {
    recorded: people.length,
    tokens: request.recipients.map(({ reader }) => ({
      reader,
      token: tokens.get(readerReference(secret, publication.publicId, reader).toString('base64')) ?? '',
    })),
  };
}
