import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { RecipientStandings } from '../warehouse.ts';
import { type Asked, askedOf, withArrivals } from './arrivals.sql.ts';

/** Asked for at once: bounds the memory of a question. */
const AT_ONCE = 250;

const byStanding = (asked: Asked) => `
  SELECT
    issue,
    groupBitmapMerge(f.sent_free) AS free,
    groupBitmapMerge(f.sent_trial) AS trial,
    groupBitmapMerge(f.sent_premium) AS premium
  FROM ${withArrivals('issue_figures', asked)} AS f
  GROUP BY issue`;

/** How many of each standing issues were sent to, in the order asked. */
export async function recipientStandings(
  engine: Engine,
  { publication, issues }: { readonly publication: PublicationId; readonly issues: readonly IssueId[] },
): Promise<readonly RecipientStandings[]> {
  const known = new Map<IssueId, RecipientStandings>();
  for (let at = 0; at < issues.length; at += AT_ONCE) {
    const asked = await askedOf(engine, publication, issues.slice(at, at + AT_ONCE));
    for (const row of await engine.rows<RecipientStandings>(byStanding(asked))) known.set(row.issue, row);
  }
  return issues.map((issue) => known.get(issue) ?? { issue, free: 0, trial: 0, premium: 0 });
}
