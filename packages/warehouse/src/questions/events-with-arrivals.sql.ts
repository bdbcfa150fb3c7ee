import type { EventKind } from '@readout/events';
import { type Asked, eventsHeld } from './arrivals.sql.ts';
import { isStepOfSubscription, subscriptionSteps } from './subscription-steps.sql.ts';

const ASKED_ABOUT = ['time', 'issue', 'verdict'];

/**
 * Events of an issue, the arrivals that are not among them yet, and what subscriptions came to as billing systems state it,
 * as a subquery with the columns given and `is_settled` (1: with the verdict that stays).
 * @param condition which of them, by `ASKED_ABOUT` alone
 */
export function eventsWithArrivals(
  asked: Asked,
  kinds: readonly EventKind[],
  columns: readonly string[],
  condition = 'TRUE',
): string {
  const held = eventsHeld(asked, kinds, columns, condition);
  if (asked.attribution === null || !kinds.some(isStepOfSubscription)) return held;
  // What a condition asks about has to be there.
  const whole = [...new Set([...columns, ...ASKED_ABOUT])];
  return `(SELECT * FROM ${held} UNION ALL SELECT ${[...columns, 'is_settled'].join(', ')} FROM ${subscriptionSteps(asked, asked.attribution, kinds, whole)} WHERE ${condition})`;
}
