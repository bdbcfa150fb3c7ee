import { z } from 'zod';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const name = z.string().trim().min(1, 'An offer needs a name.').max(100, 'A name has 100 characters at most.');

const terms = {
  /** 0: it begins with a payment. */
  trialDays: z.int().min(0).max(365),
  /** For `months`, in the currency's smallest unit: 800 is €8.00, or ¥800. */
  price: z.int().min(0).max(1_000_000_000_000),
  months: z.int().min(1).max(120),
  /** ISO 4217. */
  currency: z
    .string()
    .refine((code) => CURRENCIES.has(code), 'Not a currency. Give the three letters of ISO 4217, such as EUR.'),
  headline: z.string().trim().min(1, 'An offer needs a headline.').max(200),
  text: z.string().trim().max(2_000),
  /** What stands on the button. */
  button: z.string().trim().min(1, 'An offer needs words for its button.').max(60),
  /** Whether the trial begins only once a card is given. */
  takesCard: z.boolean(),
};

/** What is offered, as a page or a mail may say it to a reader. */
export const offeredView = z.object({ id: z.string(), ...terms });
export type OfferedView = z.infer<typeof offeredView>;

export const offerView = offeredView.extend({
  /** For the author's own eyes. */
  name: z.string(),
  /** Shown to everybody who is in no experiment. */
  isUsual: z.boolean(),
  archivedAt: z.string().nullable(),
  createdAt: z.string(),
});
export type OfferView = z.infer<typeof offerView>;
export const offerList = z.object({ items: z.array(offerView), next: z.string().nullable() });
export type OfferList = z.infer<typeof offerList>;

export const createOfferRequest = z.strictObject({
  name,
  ...terms,
  months: terms.months.default(1),
  text: terms.text.default(''),
  takesCard: terms.takesCard.default(false),
});
export type CreateOfferRequest = z.input<typeof createOfferRequest>;

/** What is left out stays as it is. */
export const updateOfferRequest = z.strictObject({ name, ...terms }).partial();
export type UpdateOfferRequest = z.input<typeof updateOfferRequest>;

/** Null: none any more. */
export const usualOfferRequest = z.strictObject({ offer: z.string().min(1).max(20).nullable() });
export type UsualOfferRequest = z.input<typeof usualOfferRequest>;

/** What one reader is offered. */
export const assignedOffer = z.object({
  /** Public id of the experiment that they take part in; null: none, and the offer is the usual one or the control. */
  experiment: z.string().nullable(),
  /** Null: nothing is offered. */
  offer: offeredView.nullable(),
});
export type AssignedOffer = z.infer<typeof assignedOffer>;

export const assignOffersRequest = z.strictObject({
  /** Whatever the sender knows them by, as in a list of recipients. Hashed, and neither kept nor logged. */
  readers: z
    .array(z.string().trim().min(1).max(320))
    .min(1, 'Give at least one reader.')
    .max(10_000, 'Give at most 10,000 readers at once; ask for the rest in further requests.'),
});
export type AssignOffersRequest = z.input<typeof assignOffersRequest>;

export const assignedOffers = z.object({
  /** In the order of the request. */
  items: z.array(
    z.object({
      reader: z.string(),
      /** Null: nobody of that name was ever among the recipients. They are in no experiment until they are. */
      token: z.string().nullable(),
      experiment: z.string().nullable(),
      /** Which of `offers`. */
      offer: z.string().nullable(),
    }),
  ),
  /** Each that occurs, once. */
  offers: z.array(offeredView),
});
export type AssignedOffers = z.infer<typeof assignedOffers>;
