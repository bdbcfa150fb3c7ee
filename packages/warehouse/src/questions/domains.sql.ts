import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import { BY_A_PERSON } from '../schema/aggregates.sql.ts';
import type { DomainFigures, DomainsQuery } from '../warehouse.ts';
import { type Asked, askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { FETCHES_COUNTED, FETCHES_SUMMED, type FetchCountsRow, fetchCounts } from './fetch-counts.sql.ts';

interface DomainRow extends FetchCountsRow {
  readonly shown: string;
  readonly recipients: number;
  readonly reported: number;
  readonly accepted: number;
  readonly bounced: number;
  readonly known: number;
}

/**
 * Each reader's events together first, since a fetch does not say where the message had gone; then by domain. What is
 * nobody's is left out. Domains are ranked by recipients; those that are no row of their own are one, without a name.
 */
const byDomain = (asked: Asked, { fewest, most }: DomainsQuery) => `
  SELECT
    if(of_domain >= ${unsigned(fewest)} AND domain_of != '' AND place <= ${unsigned(most)}, domain_of, '') AS shown,
    sum(c.recipients) AS recipients,
    sum(c.reported) AS reported,
    sum(c.accepted) AS accepted,
    sum(c.bounced) AS bounced,
    sum(if(domain_of = '', 0, c.recipients)) AS known,
    ${FETCHES_SUMMED},
    sum(c.readers) AS readers
  FROM (
    SELECT *, d.recipients AS of_domain, row_number() OVER (ORDER BY domain_of = '', d.recipients DESC, domain_of) AS place
    FROM (
      SELECT
        domain_of,
        countIf(was_sent OR was_reported OR has_bounced) AS recipients,
        countIf(was_reported) AS reported,
        countIf(was_sent AND NOT has_bounced) AS accepted,
        countIf(has_bounced) AS bounced,
        countIf(has_read) AS readers,
        ${FETCHES_SUMMED}
      FROM (
        SELECT
          argMinIf(toString(domain), (time, toString(domain)), domain != '' AND kind IN ('sent', 'delivered', 'bounced')) AS domain_of,
          countIf(kind = 'sent') > 0 AS was_sent,
          countIf(kind = 'delivered') > 0 AS was_reported,
          countIf(kind = 'bounced') > 0 AS has_bounced,
          countIf(${BY_A_PERSON}) > 0 AS has_read,
          ${FETCHES_COUNTED}
        FROM ${eventsWithArrivals(
          asked,
          ['sent', 'delivered', 'bounced', 'opened', 'clicked'],
          ['kind', 'verdict', 'domain', 'reader', 'time'],
        )}
        WHERE reader != 0 AND (verdict != 'none' OR kind NOT IN ('opened', 'clicked'))
        GROUP BY reader
      ) AS c
      GROUP BY domain_of
    ) AS d
  ) AS c
  GROUP BY shown
  ORDER BY shown = '', recipients DESC, shown`;

/** An issue by the domains that it was sent to, most recipients first; last, without a name, all that are no row. */
export async function domains(engine: Engine, query: DomainsQuery): Promise<readonly DomainFigures[]> {
  const asked = await askedOf(engine, query.publication, [query.issue]);
  const rows = await engine.rows<DomainRow>(byDomain(asked, query));
  // As in all figures: what the mail provider reports or, where it reports nothing, sent less bounced.
  const isReported = rows.some(({ reported }) => reported > 0);
  return rows.map(({ shown, recipients, reported, accepted, bounced, known, ...counts }) => ({
    ...fetchCounts(counts),
    domain: shown === '' ? null : shown,
    recipients,
    known,
    delivered: isReported ? reported : accepted,
    bounced,
  }));
}
