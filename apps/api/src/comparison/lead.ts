import type { IssueComparison } from '@readout/api-contract';
import { differenceInterval, type Share } from '@readout/statistics';

type Lead = IssueComparison['leads']['openRate'];

/** Which of some issues has the highest rate, and whether that is more than chance. */
export function leadOf(shares: readonly { readonly issue: string; readonly share: Share }[]): Lead {
  const rate = ({ share }: (typeof shares)[number]) => share.count / share.of;
  const ranked = shares.filter(({ share }) => share.of > 0).sort((one, other) => rate(other) - rate(one));
  const [first, second] = ranked;
  if (first === undefined || second === undefined || rate(first) === rate(second)) return null;
  const ahead = differenceInterval(first.share, second.share);
  return { issue: first.issue, clear: ahead !== null && ahead.low > 0 };
}
