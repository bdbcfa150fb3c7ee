import type { Experiment, Offer } from '@readout/catalog';
import type { OfferId, PublicId } from '@readout/events';

export const STARTED = Date.UTC(2026, 0, 5, 9);

/** An offer with a trial of so many days. */
export function offerInTest(id: number, trialDays: number): Offer {
  return {
    id: id as OfferId,
    publicId: `offer${id}` as PublicId,
    name: `Offer ${id}`,
    trialDays,
    price: 800,
    months: 1,
    currency: 'EUR',
    headline: 'Read on',
    text: '',
    button: 'Start',
    takesCard: false,
    isUsual: id === 1,
    archivedAt: null,
    createdAt: new Date(STARTED),
  };
}

/** One that runs between these, half and half. */
export function experimentInTest(
  offers: readonly Offer[],
  more: Partial<Experiment> = {},
): Experiment & { readonly startedAt: Date } {
  return {
    publicId: 'experiment12' as PublicId,
    name: 'Which',
    arms: offers.map(({ publicId }) => ({ offer: publicId, weight: 1 })),
    readers: 'all',
    visitors: false,
    share: 1,
    measure: 'paid',
    guardrails: [],
    smallestEffect: 0.2,
    baseline: null,
    createdAt: new Date(STARTED),
    stoppedAt: null,
    ...more,
    startedAt: new Date(STARTED),
  };
}
