import type { IssueAudience } from '@readout/api-contract';
import type { IssueFigures } from '@readout/warehouse';

/**
 * Who an issue went to; null where nobody has got it. Paying readers only: nobody free is among the recipients, and
 * somebody who is known not to be.
 */
export function audienceOf({
  sent,
  sentTo: { free, trial, premium },
}: Pick<IssueFigures, 'sent' | 'sentTo'>): IssueAudience | null {
  if (sent === 0) return null;
  return free === 0 && trial + premium > 0 ? 'paying' : 'everyone';
}
