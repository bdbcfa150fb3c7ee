import type { OfferId, ReaderId } from '@readout/events';
import type { Subscription } from '@readout/warehouse';

/** A subscription of which nothing is known but what is given; moments in days. */
export function subscriptionInTest(given: Partial<Subscription>): Subscription {
  return {
    system: 'stripe',
    subscription: 1,
    person: 1 as ReaderId,
    isKnown: true,
    issue: null,
    section: null,
    link: null,
    touch: 'none',
    offer: null as OfferId | null,
    firstIssue: null,
    begun: 0,
    trialFrom: null,
    trialTo: null,
    cancelled: null,
    ended: null,
    status: null,
    payments: [],
    failures: [],
    refunds: [],
    standings: [],
    ...given,
  };
}
