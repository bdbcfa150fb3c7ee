import { setImmediate as nextTurn } from 'node:timers/promises';
import type { readerTokens as answerSchema, readerTokensRequest } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { mintToken, REFERENCE_SECRET, readerReference } from '@readout/tokens';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';

/** Hashing and signing take a few microseconds each: other requests get their turn in between. */
const PER_TURN = 500;

/** The tokens of readers by what the sending system calls them; who is not known yet is from now on. */
export async function readerTokens(
  { catalog, logger }: Pick<ApiDependencies, 'catalog' | 'logger'>,
  publication: Publication,
  { readers: names, segment }: z.output<typeof readerTokensRequest>,
): Promise<z.output<typeof answerSchema>> {
  const secret = await catalog.installationSecret(REFERENCE_SECRET);
  const references: Buffer[] = [];
  for (const [at, name] of names.entries()) {
    if (at % PER_TURN === 0) await nextTurn();
    references.push(readerReference(secret, publication.publicId, name));
  }
  const known = await catalog.findReaders(publication.id, references);
  const added = await catalog.upsertReaders(
    publication.id,
    references.filter((_, at) => known[at] === null).map((reference) => ({ reference, segment })),
  );
  const key = await catalog.signingKey(publication.id);
  const fresh = added.values();
  const tokens: { reader: string; token: string }[] = [];
  for (const [at, reader] of names.entries()) {
    if (at % PER_TURN === 0) await nextTurn();
    const one = known[at] ?? fresh.next().value;
    if (one === undefined) throw new Error('the catalog answered fewer readers than were asked of it');
    tokens.push({ reader, token: mintToken(key, one.id) });
  }
  logger.info({ publication: publication.publicId, tokens: tokens.length }, 'tokens of readers were given out');
  return { tokens };
}
