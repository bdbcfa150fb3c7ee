import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AssignedOffers, OfferedView } from '@readout/api-contract';
import type { Catalog, Publication } from '@readout/catalog';
import { mintToken, REFERENCE_SECRET, readerReference } from '@readout/tokens';
import { offersOf } from './offers-of.ts';

/** Hashing and signing take a few microseconds each: other requests get their turn in between. */
const PER_TURN = 500;

/** What each of these readers is offered, in their order. @param names what the sender calls them. */
export async function assignAll(
  catalog: Pick<Catalog, 'offerings' | 'installationSecret' | 'findReaders' | 'signingKey'>,
  publication: Publication,
  names: readonly string[],
): Promise<AssignedOffers> {
  const secret = await catalog.installationSecret(REFERENCE_SECRET);
  const references: Uint8Array[] = [];
  for (const [at, name] of names.entries()) {
    if (at % PER_TURN === 0) await nextTurn();
    references.push(readerReference(secret, publication.publicId, name));
  }
  const readers = await catalog.findReaders(publication.id, references);
  const key = await catalog.signingKey(publication.id);
  const offers = await offersOf(catalog, publication);
  const shown = new Map<string, OfferedView>();
  const items: AssignedOffers['items'] = [];
  for (const [at, name] of names.entries()) {
    if (at % PER_TURN === 0) await nextTurn();
    const reader = readers[at] ?? null;
    const { experiment, offer } = offers.of(reader);
    if (offer !== null) shown.set(offer.id, offer);
    const token = reader === null ? null : mintToken(key, reader.id);
    items.push({ reader: name, token, experiment, offer: offer?.id ?? null });
  }
  return { items, offers: [...shown.values()] };
}
