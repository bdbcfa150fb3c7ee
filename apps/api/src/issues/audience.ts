import type { IssueAudience } from '@readout/api-contract';
import { audienceOf as audienceByStandings } from '@readout/engagement';
import type { IssueFigures } from '@readout/warehouse';

/** Who an issue went to; null where nobody has got it. Of whom nobody's standing is known, everyone. */
export function audienceOf({ sent, sentTo }: Pick<IssueFigures, 'sent' | 'sentTo'>): IssueAudience | null {
  return sent === 0 ? null : (audienceByStandings(sentTo) ?? 'everyone');
}
