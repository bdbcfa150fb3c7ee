import { setImmediate as nextTurn } from 'node:timers/promises';
import type { recipientsRequest, recipientsResponse } from '@readout/api-contract';
import type { Issue, Publication, Reader } from '@readout/catalog';
import { encodeRecord, type Fact } from '@readout/events';
import { mintToken } from '@readout/tokens';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { instantOf } from './instant.ts';
import { REFERENCE_SECRET, readerReference } from './reader-reference.ts';

type Recipient = z.output<typeof recipientsRequest>['recipients'][number];
interface Person extends Recipient {
  readonly reference: Buffer;
}

/** Hashing and signing take a few microseconds each: other requests get their turn in between. */
const PER_TURN = 500;

/**
 * Writes down to whom an issue went, and answers each one's token in the order of the request. Repeating a
 * request changes nothing that is counted: recipients are counted as distinct readers.
 * @throws {Refusal} where one reader is given twice with different segments or editions.
 */
export async function recordRecipients(
  { catalog, log, clock, logger }: Pick<ApiDependencies, 'catalog' | 'log' | 'clock' | 'logger'>,
  publication: Publication,
  issue: Issue,
  request: z.output<typeof recipientsRequest>,
): Promise<z.output<typeof recipientsResponse>> {
  const sentAt = request.sentAt === undefined ? new Date(clock()) : instantOf(request.sentAt, 'sentAt');
  const secret = await catalog.installationSecret(REFERENCE_SECRET);
  const people: Person[] = [];
  for (const [index, recipient] of request.recipients.entries()) {
    if (index % PER_TURN === 0) await nextTurn();
    people.push({ ...recipient, reference: readerReference(secret, publication.publicId, recipient.reader) });
  }
  const distinct = distinctPeople(people);
  const readers = await catalog.upsertReaders(
    publication.id,
    distinct.map(({ reference, segment }) => ({ reference, segment })),
  );

  const key = await catalog.signingKey(publication.id);
  const tokens = new Map<string, string>();
  const lines: string[] = [];
  for (const [index, person] of distinct.entries()) {
    if (index % PER_TURN === 0) await nextTurn();
    const reader = readers[index];
    if (reader === undefined) throw new Error('the catalog answered fewer readers than were asked of it');
    tokens.set(keyOf(person), mintToken(key, reader.id));
    lines.push(encodeRecord(sentFact(publication, issue, reader, person, sentAt)));
  }
  await log.appendAll(lines);
  if (issue.sentAt === null) await catalog.updateIssue(publication.id, issue.publicId, { sentAt });
  logger.info(
    { publication: publication.publicId, issue: issue.publicId, recipients: distinct.length },
    'recipients of an issue were recorded',
  );
  return {
    recorded: distinct.length,
    tokens: people.map((person) => ({ reader: person.reader, token: tokens.get(keyOf(person)) ?? '' })),
  };
}

function sentFact(publication: Publication, issue: Issue, reader: Reader, person: Person, sentAt: Date): Fact {
  return {
    type: 'fact',
    version: 1,
    kind: 'sent',
    time: sentAt.getTime(),
    publication: publication.id,
    issue: issue.id,
    reader: reader.id,
    segment: person.segment,
    ...(person.edition === undefined ? {} : { edition: person.edition }),
    source: 'api',
  };
}

function distinctPeople(people: readonly Person[]): Person[] {
  const distinct = new Map<string, Person>();
  for (const [index, person] of people.entries()) {
    const earlier = distinct.get(keyOf(person));
    if (earlier === undefined) distinct.set(keyOf(person), person);
    else if (earlier.segment !== person.segment || earlier.edition !== person.edition) {
      throw new Refusal(
        'invalid_request',
        `recipients.${index}: This reader is given twice, with another segment or edition.`,
        {
          errors: [{ path: `recipients.${index}`, message: 'Given before with another segment or edition.' }],
        },
      );
    }
  }
  return [...distinct.values()];
}

function keyOf({ reference }: Person): string {
  return reference.toString('base64');
}
