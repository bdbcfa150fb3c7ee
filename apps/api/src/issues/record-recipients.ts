import { setImmediate as nextTurn } from 'node:timers/promises';
import type { recipientsRequest, recipientsResponse } from '@readout/api-contract';
import type { Issue, Publication, Reader } from '@readout/catalog';
import { encodeRecord, type Fact } from '@readout/events';
import { domainOf, domainOfAddress, mintToken, REFERENCE_SECRET, readerReference } from '@readout/tokens';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { instantOf } from './instant.ts';

type Recipient = z.output<typeof recipientsRequest>['recipients'][number];
interface Person extends Omit<Recipient, 'domain'> {
  readonly reference: Buffer;
  /** Null: unknown. */
  readonly domain: string | null;
}

/** Hashing and signing take a few microseconds each: other requests get their turn in between. */
const PER_TURN = 500;

/**
 * Writes down to whom an issue went, and answers each one's token in the order of the request. Repeating a
 * request changes nothing that is counted: recipients are counted as distinct readers.
 * @throws {Refusal} where one reader is given twice with different segments, editions or domains, or where a domain is none.
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
    people.push({
      ...recipient,
      reference: readerReference(secret, publication.publicId, recipient.reader),
      domain: receivingDomain(recipient, index),
    });
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
    ...(person.domain === null ? {} : { domain: person.domain }),
    source: 'api',
  };
}

/** As it is given, or that of the reader's address. */
function receivingDomain({ reader, domain: given }: Recipient, index: number): string | null {
  if (given === undefined) return domainOfAddress(reader);
  const domain = domainOf(given);
  if (domain !== null) return domain;
  const path = `recipients.${index}.domain`;
  throw new Refusal('invalid_request', `${path}: Not a domain. Example: example.org.`, {
    errors: [{ path, message: 'Not a domain. Example: example.org.' }],
  });
}

function distinctPeople(people: readonly Person[]): Person[] {
  const distinct = new Map<string, Person>();
  for (const [index, person] of people.entries()) {
    const earlier = distinct.get(keyOf(person));
    if (earlier === undefined) distinct.set(keyOf(person), person);
    else if (
      earlier.segment !== person.segment ||
      earlier.edition !== person.edition ||
      earlier.domain !== person.domain
    ) {
      throw new Refusal(
        'invalid_request',
        `recipients.${index}: This reader is given twice, with another segment, edition or domain.`,
        {
          errors: [{ path: `recipients.${index}`, message: 'Given before with another segment, edition or domain.' }],
        },
      );
    }
  }
  return [...distinct.values()];
}

function keyOf({ reference }: Person): string {
  return reference.toString('base64');
}
