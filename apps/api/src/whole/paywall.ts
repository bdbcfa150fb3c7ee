import type { IssuePaywall, ShareOfPeople } from '@readout/api-contract';
import { shareInterval } from '@readout/statistics';
import type { PaywallOutcome } from '@readout/warehouse';

export function paywallView({ hitAndShown, hitAndTrial, ...counts }: PaywallOutcome): IssuePaywall {
  return {
    ...counts,
    offerRate: shareOf(hitAndShown, counts.hits),
    trialRate: shareOf(hitAndTrial, counts.hits),
    // Those who leave early end first: before all have ended, any rate is too low.
    conversionRate: counts.running > 0 ? null : shareOf(counts.converted, counts.trialsStarted),
  };
}

function shareOf(count: number, of: number): ShareOfPeople | null {
  const range = shareInterval({ count, of });
  return range === null ? null : { count, of, rate: count / of, low: range.low, high: range.high };
}
