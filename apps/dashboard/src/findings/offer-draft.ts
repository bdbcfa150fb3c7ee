import type { CreateOfferRequest, OfferView } from '@readout/api-contract';
import { currencyOf, smallestUnits, typedAmount } from '../format/amount.ts';

/** An offer while it is being written: what stands in the fields. */
export interface OfferDraft {
  readonly name: string;
  readonly trialDays: string;
  /** In ordinary units. */
  readonly price: string;
  readonly currency: string;
  readonly months: string;
  readonly headline: string;
  readonly text: string;
  readonly button: string;
  readonly takesCard: boolean;
}

export type OfferField = keyof OfferDraft;

const MOST_DAYS = 365;
const MOST_MONTHS = 120;

/** An empty one. @param currency of the offers that are there: a publication mostly has one */
export function newOfferDraft(currency: string): OfferDraft {
  return {
    name: '',
    trialDays: '7',
    price: '',
    currency,
    months: '1',
    headline: '',
    text: '',
    button: '',
    takesCard: false,
  };
}

export function offerDraftOf(offer: OfferView, locale?: string): OfferDraft {
  const { name, currency, headline, text, button, takesCard } = offer;
  return {
    name,
    trialDays: String(offer.trialDays),
    price: typedAmount(offer.price, currencyOf(currency), locale),
    currency,
    months: String(offer.months),
    headline,
    text,
    button,
    takesCard,
  };
}

/** The fields that cannot be sent as they are, in their order; none: it can be read. */
export function lacksOf(draft: OfferDraft): readonly OfferField[] {
  const { trialDays, price, months } = readOffer(draft);
  const needed = (['name', 'headline', 'button'] as const).filter((field) => draft[field].trim() === '');
  return [
    ...needed,
    ...(trialDays === null ? (['trialDays'] as const) : []),
    ...(price === null ? (['price'] as const) : []),
    ...(months === null ? (['months'] as const) : []),
  ];
}

type Numbers = 'trialDays' | 'price' | 'months';
type Terms = Required<CreateOfferRequest>;

/** What the fields say so far; null: a number that is none, or out of bounds. */
export function readOffer(draft: OfferDraft): Omit<Terms, Numbers> & { readonly [Key in Numbers]: number | null } {
  return {
    name: draft.name.trim(),
    trialDays: wholeNumber(draft.trialDays, 0, MOST_DAYS),
    price: smallestUnits(draft.price, currencyOf(draft.currency)),
    currency: draft.currency,
    months: wholeNumber(draft.months, 1, MOST_MONTHS),
    headline: draft.headline.trim(),
    text: draft.text.trim(),
    button: draft.button.trim(),
    takesCard: draft.takesCard,
  };
}

/** What is sent; null where something lacks. */
export function offerRequest(draft: OfferDraft): Terms | null {
  const { trialDays, price, months, ...rest } = readOffer(draft);
  if (lacksOf(draft).length > 0 || trialDays === null || price === null || months === null) return null;
  return { ...rest, trialDays, price, months };
}

/** A whole number as it is typed; null: it is none, or out of bounds. */
export function wholeNumber(typed: string, least: number, most: number): number | null {
  const text = typed.trim();
  if (!/^\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
