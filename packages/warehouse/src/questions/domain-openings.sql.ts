import type { DomainOpenings, DomainOpeningsQuery } from '../at-a-glance.ts';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { sets } from './issue-figures.sql.ts';

/**
 * How many recipients of each domain read some issues, from the sets of who an issue was delivered to and who read it:
 * no event is looked at but the sendings, which alone say where a message went.
 */
const byDomain = (sendings: string, figures: string, { latest, fewest, most }: DomainOpeningsQuery) => `
  SELECT
    domain,
    sumIf(accepted_in, is_latest) AS latestDelivered,
    sumIf(read_in, is_latest) AS latestReaders,
    sumIf(accepted_in, NOT is_latest) AS beforeDelivered,
    sumIf(read_in, NOT is_latest) AS beforeReaders
  FROM (
    SELECT
      domain,
      recipients.issue IN ${unsignedArray(latest)} AS is_latest,
      bitmapAndCardinality(sent_here, accepted) AS accepted_in,
      bitmapAndCardinality(bitmapAnd(sent_here, accepted), readers_of) AS read_in
    FROM (
      SELECT toString(domain) AS domain, issue, groupBitmapState(reader) AS sent_here
      FROM ${sendings}
      WHERE reader != 0 AND domain GLOBAL IN (
        SELECT domain FROM (
          SELECT domain, uniqExactIf((issue, reader), issue IN ${unsignedArray(latest)}) AS many
          FROM ${sendings}
          WHERE domain != '' AND reader != 0
          GROUP BY domain
          HAVING many >= ${unsigned(fewest)}
          ORDER BY many DESC, domain
          LIMIT ${unsigned(most)}
        )
      )
      GROUP BY domain, issue
    ) AS recipients
    INNER JOIN (SELECT issue, accepted, readers_of FROM (${figures})) AS figures ON recipients.issue = figures.issue
  )
  GROUP BY domain
  ORDER BY latestDelivered DESC, domain`;

export async function domainOpenings(engine: Engine, query: DomainOpeningsQuery): Promise<readonly DomainOpenings[]> {
  const issues = [...query.latest, ...query.before];
  if (issues.length === 0) return [];
  const asked = await askedOf(engine, query.publication, issues);
  const sendings = eventsWithArrivals(asked, ['sent'], ['domain', 'reader', 'issue']);
  return engine.rows<DomainOpenings>(byDomain(sendings, sets(asked), query));
}
