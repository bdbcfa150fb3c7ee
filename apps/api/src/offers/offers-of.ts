import type { AssignedOffer, OfferedView } from '@readout/api-contract';
import type { Catalog, Publication, Reader } from '@readout/catalog';
import { offerFor } from '@readout/experiments';
import { offeredView } from './offer-view.ts';

/** What a publication offers at the moment, and to whom. */
export interface Offers {
  /** @param reader null: somebody whom nobody knows. */
  of(reader: Reader | null): AssignedOffer;
}

export async function offersOf(
  catalog: Pick<Catalog, 'offerings'>,
  { id, tracksReaders }: Pick<Publication, 'id' | 'tracksReaders'>,
): Promise<Offers> {
  const [offering = { usual: null, experiment: null, offers: [] }] = await catalog.offerings(id);
  const views = new Map<string, OfferedView>(offering.offers.map((offer) => [offer.publicId, offeredView(offer)]));
  return {
    of(reader) {
      // Where readers are not to be recognised a page does not know them either.
      const person =
        reader === null || !tracksReaders ? null : { number: reader.id, hasAccess: reader.segment !== 'free' };
      const { experiment, offer } = offerFor(offering, person);
      return { experiment, offer: offer === null ? null : (views.get(offer) ?? null) };
    },
  };
}
