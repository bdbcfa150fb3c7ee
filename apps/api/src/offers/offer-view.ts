import type { OfferedView, OfferView } from '@readout/api-contract';
import type { Offer, Offering } from '@readout/catalog';

/** What a reader may be told of an offer. */
export function offeredView({
  publicId,
  trialDays,
  price,
  months,
  currency,
  headline,
  text,
  button,
  takesCard,
}: Offering['offers'][number]): OfferedView {
  return { id: publicId, trialDays, price, months, currency, headline, text, button, takesCard };
}

export function offerView(offer: Offer): OfferView {
  const { name, isUsual, archivedAt, createdAt } = offer;
  return {
    ...offeredView(offer),
    name,
    isUsual,
    archivedAt: archivedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
