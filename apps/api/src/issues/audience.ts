import type { IssueAudience } from '@readout/api-contract';
import type { IssueFigures } from '@readout/warehouse';

/** Who an issue went to; null where nobody has got it. */
export function audienceOf({ sent, sentFree }: Pick<IssueFigures, 'sent' | 'sentFree'>): IssueAudience | null {
  if (sent === 0) return null;
  return sentFree === 0 ? 'paying' : 'everyone';
}
