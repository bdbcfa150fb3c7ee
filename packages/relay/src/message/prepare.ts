import type { Catalog, IssueWithStructure, Publication, Reader } from '@readout/catalog';
import type { PublicId } from '@readout/events';
import { UnsafeDestinationError } from '@readout/instrumenter';
import { domainOfAddress, mintToken, REFERENCE_SECRET, readerReference } from '@readout/tokens';
import { decodeText } from '../mime/charset.ts';
import { decodeWords } from '../mime/encoded-words.ts';
import { type Field, fieldValue } from '../mime/field.ts';
import { readStructure, type Structure, UnreadableMessageError } from '../mime/structure.ts';
import { decodeTransfer } from '../mime/transfer-encoding.ts';
import { type Edit, htmlEdits, removed } from './edits.ts';
import { findHtmlPart } from './html-part.ts';
import { ISSUE_FIELD, type IssueCatalog, type IssueFinder } from './issue-of.ts';
import { renderFor } from './render-for.ts';
import { type Untouched, UntouchedError } from './untouched.ts';

export type RelayCatalog = IssueCatalog &
  Pick<Catalog, 'findPublication' | 'findReader' | 'upsertReaders' | 'signingKey' | 'installationSecret'>;

/** A message as it waits on disk. */
export interface WaitingMessage {
  /** Null: one of ours, to a sender. */
  readonly publication: PublicId | null;
  /** UTC, milliseconds. */
  readonly receivedAt: number;
  /** A part of the message; without arguments all of it. Offsets are bytes of the message. */
  read(start?: number, end?: number): AsyncIterable<Buffer>;
}

/** To whom what is known of a message's way is told. */
export interface Recipient {
  readonly publication: Publication;
  readonly issue: IssueWithStructure;
  readonly reader: Reader;
  /** Of the address; null: unknown. */
  readonly domain: string | null;
}

/** What is passed on to one recipient. */
export interface Prepared {
  /** In the order of the message. */
  readonly edits: readonly Edit[];
  /** Null: it is of no issue. */
  readonly recipient: Recipient | null;
  readonly result: 'rewritten' | Untouched;
  /** Why it is untouched, in words. */
  readonly detail: string | null;
  /** Whether it goes round in circles, and must not go on. */
  readonly isLoop: boolean;
}

/** Servers that a message may have come through (RFC 5321 §6.3 wants at least 100 to be allowed). */
const MOST_HOPS = 100;

export interface PreparingParts {
  readonly catalog: RelayCatalog;
  readonly issues: IssueFinder;
  /** Where the collector stands, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether signatures that rewriting breaks are taken out, since a new one takes their place. */
  readonly signsAnew: boolean;
}

/**
 * Makes of a message what is to be passed on to one of its recipients. Where nothing is to be changed, only the field
 * that names the issue is taken out.
 * @throws whatever the catalog throws.
 */
export async function prepare(parts: PreparingParts, message: WaitingMessage, address: string): Promise<Prepared> {
  if (message.publication === null) return untouched([], 'automatic');
  let fields: readonly Field[] = [];
  try {
    const structure = await readStructure(message.read());
    fields = structure.root.fields;
    return await rewritten(parts, message, message.publication, structure, address);
  } catch (error) {
    if (error instanceof UntouchedError) return untouched(fields, error.reason, error.message);
    if (error instanceof UnsafeDestinationError) return untouched(fields, 'unsafe_link', error.message);
    if (error instanceof UnreadableMessageError) return untouched(error.fields, 'unreadable', error.message);
    throw error;
  }
}

/** A message that is passed on as it came, though it may be one that could be changed. */
export async function asItCame(message: WaitingMessage, reason: Untouched): Promise<Prepared> {
  try {
    const { root } = await readStructure(message.read());
    return untouched(root.fields, reason);
  } catch (error) {
    if (error instanceof UnreadableMessageError) return untouched(error.fields, reason);
    throw error;
  }
}

function untouched(fields: readonly Field[], result: Untouched, detail: string | null = null): Prepared {
  return { edits: ownFields(fields), recipient: null, result, detail, isLoop: isLoop(fields) };
}

function isLoop(fields: readonly Field[]): boolean {
  return fields.filter(({ name }) => name === 'received').length > MOST_HOPS;
}

/** Fields that are for us alone. */
function ownFields(fields: readonly Field[]): Edit[] {
  return fields.filter(({ name }) => name === ISSUE_FIELD).map(removed);
}

async function rewritten(
  { catalog, issues, publicUrl, signsAnew }: PreparingParts,
  message: WaitingMessage,
  publicationId: PublicId,
  structure: Structure,
  address: string,
): Promise<Prepared> {
  const html = findHtmlPart(structure);
  const { fields } = structure.root;
  const before = await gathered(message.read(html.part.bodyAt, html.part.bodyEnd));
  const bytes = decodeTransfer(before, html.encoding);
  if (bytes === null) throw new UntouchedError('unreadable', 'its HTML is not encoded as it says');
  const decoded = decodeText(bytes, html.charset);
  if (decoded === null) throw new UntouchedError('unreadable', 'its HTML is in a character set that is not known');
  if (/-----BEGIN PGP (SIGNED )?MESSAGE-----/.test(decoded.text)) throw new UntouchedError('signed');

  const publication = await catalog.findPublication(publicationId);
  if (publication === null || !(publication.tracksOpens || publication.tracksClicks)) {
    throw new UntouchedError('untracked');
  }
  const to = { address, name: nameIn(fields, address) };
  const issue = await issues.find(publication, { fields, html: decoded.text, to, receivedAt: message.receivedAt });
  const reader = await readerOf(catalog, publication, address);
  const token = mintToken(await catalog.signingKey(publication.id), reader.id);
  const after = renderFor(bytes, decoded, { issue, token, base: publicUrl });
  const broken = signsAnew ? fields.filter(({ name }) => name === 'dkim-signature').map(removed) : [];
  return {
    edits: [...broken, ...ownFields(fields), ...htmlEdits(html, before, after)].sort((a, b) => a.start - b.start),
    recipient: { publication, issue, reader, domain: domainOfAddress(address) },
    result: 'rewritten',
    detail: null,
    isLoop: isLoop(fields),
  };
}

/** Whoever is not known yet is taken for free; what is known of the others stays. */
async function readerOf(catalog: RelayCatalog, publication: Publication, address: string): Promise<Reader> {
  const secret = await catalog.installationSecret(REFERENCE_SECRET);
  const reference = readerReference(secret, publication.publicId, address);
  const known = await catalog.findReader(publication.id, { reference });
  if (known !== null) return known;
  const [reader] = await catalog.upsertReaders(publication.id, [{ reference, segment: 'free' }]);
  if (reader === undefined) throw new Error('the catalog answered no reader');
  return reader;
}

/** What stands before the recipient's address in the header; null: nothing, or it is not there. */
function nameIn(fields: readonly Field[], address: string): string | null {
  const to = decodeWords(fieldValue(fields, 'to') ?? '');
  const at = to.toLowerCase().indexOf(`<${address.toLowerCase()}>`);
  if (at === -1) return null;
  const name = (to.slice(0, at).split(/[,>;]/).at(-1) ?? '').replace(/^[\s"]+|[\s"]+$/g, '');
  return name === '' || name.includes('@') ? null : name;
}

async function gathered(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
