import type { NewOffer } from '../catalog.ts';

/** An offer like any other, for tests. */
export function newOffer(terms: Partial<NewOffer> = {}): NewOffer {
  return {
    name: 'An offer',
    trialDays: 7,
    price: 800,
    currency: 'EUR',
    months: 1,
    headline: 'Read on for a week',
    text: 'Then €8 a month, until you say stop.',
    button: 'Start reading',
    takesCard: false,
    ...terms,
  };
}
