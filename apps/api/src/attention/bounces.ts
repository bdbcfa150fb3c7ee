import type { AttentionItem } from '@readout/api-contract';
import { standingOut } from '@readout/statistics';
import type { CountedIssue } from './drops.ts';

/** A handful of full mailboxes is no news, however few there usually are. */
const FEWEST_BOUNCED = 20;

/** Far more of the newest issue bounced than of those before. */
export function bouncesUp({ issue, row }: CountedIssue, before: readonly CountedIssue[]): AttentionItem | null {
  if (row.bounced < FEWEST_BOUNCED || row.sent === 0) return null;
  const share = row.bounced / row.sent;
  const found = standingOut(
    share,
    before.filter((one) => one.row.sent > 0).map((one) => one.row.bounced / one.row.sent),
  );
  if (found === null) return null;
  return {
    kind: 'bounces_up',
    issue: { id: issue.publicId, title: issue.title },
    bounced: row.bounced,
    share,
    usual: found.usual,
  };
}
