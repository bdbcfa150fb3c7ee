import type { IssuePaywall } from '@readout/api-contract';
import type { PaywallOutcome } from '@readout/warehouse';
import { shareOf } from '../issues/share-of-people.ts';

export function paywallView(
  { hitAndShown, hitAndTrial, ...counts }: PaywallOutcome,
  revenue: IssuePaywall['revenue'],
): IssuePaywall {
  return {
    ...counts,
    revenue,
    offerRate: shareOf(hitAndShown, counts.hits),
    trialRate: shareOf(hitAndTrial, counts.hits),
    // Those who leave early end first: before all have ended, any rate is too low.
    conversionRate: counts.running > 0 ? null : shareOf(counts.converted, counts.trialsStarted),
  };
}
