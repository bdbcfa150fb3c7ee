import type { IssueId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { Funnels, WebReach } from '../funnels.ts';
import { BY_SOMEBODY } from '../schema/aggregates.sql.ts';
import { askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';

/** People on the web pages of issues, and those who hit the paywall there or anywhere. */
export async function webReach(
  engine: Engine,
  { publication, issues }: Parameters<Funnels['webReach']>[0],
): Promise<ReadonlyMap<IssueId, WebReach>> {
  if (issues.length === 0) return new Map();
  const asked = await askedOf(engine, publication, issues);
  const kinds = ['viewed', 'section_read', 'paywall_hit'] as const;
  const rows = await engine.rows<WebReach & { issue: IssueId }>(`
    SELECT issue, uniqExact(reader) AS viewers, uniqExactIf(reader, kind = 'paywall_hit') AS hits
    FROM ${eventsWithArrivals(asked, kinds, ['issue', 'reader', 'kind', 'verdict'])}
    WHERE reader != 0 AND ${BY_SOMEBODY}
    GROUP BY issue`);
  return new Map(rows.map(({ issue, ...reach }) => [issue, reach]));
}
