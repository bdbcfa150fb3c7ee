import type { EventKind } from '@readout/events';
import { type Asked, eventsHeld } from './arrivals.sql.ts';
import { isStepOfSubscription, subscriptionSteps } from './subscription-steps.sql.ts';

/**
 * Events of an issue, the arrivals that are not among them yet, and what subscriptions came to as billing systems state it,
 * as a subquery with the columns given and `is_settled` (1: with the verdict that stays).
 */
export function eventsWithArrivals(asked: Asked, kinds: readonly EventKind[], columns: readonly string[]): string {
  const held = eventsHeld(asked, kinds, columns);
  if (asked.attribution === null || !kinds.some(isStepOfSubscription)) return held;
  return `(SELECT * FROM ${held} UNION ALL SELECT * FROM ${subscriptionSteps(asked, asked.attribution, kinds, columns)})`;
}
