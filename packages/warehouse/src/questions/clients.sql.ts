import type { IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import { BY_A_PERSON } from '../schema/aggregates.sql.ts';
import type { ClientFigures } from '../warehouse.ts';
import { type Asked, askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { FETCHES_COUNTED, FETCHES_SUMMED, type FetchCountsRow, fetchCounts } from './fetch-counts.sql.ts';

interface ClientRow extends FetchCountsRow {
  readonly family: string;
  readonly label: string;
  readonly isOthers: 0 | 1;
}

/** A label as packages/engagement writes it, such as `Chrome 142 / Windows`, without version and system. */
const FAMILY = `replaceRegexpOne(toString(client), '( [0-9]{1,3})? / [A-Za-z]+$', '')`;

/** Ranked by fetches; what comes after `most` families is one row. */
const byFamily = (asked: Asked, most: number) => `
  SELECT
    if(place <= ${unsigned(most)}, c.family_of, '') AS family,
    place > ${unsigned(most)} AS isOthers,
    any(c.label_of) AS label,
    ${FETCHES_SUMMED},
    groupBitmapMerge(c.people) AS readers
  FROM (
    SELECT *, row_number() OVER (ORDER BY fetches DESC, family_of) AS place
    FROM (
      SELECT
        ${FAMILY} AS family_of,
        any(toString(client)) AS label_of,
        count() AS fetches,
        ${FETCHES_COUNTED},
        groupBitmapStateIf(reader, reader != 0 AND ${BY_A_PERSON}) AS people
      FROM ${eventsWithArrivals(asked, ['opened', 'clicked'], ['kind', 'verdict', 'client', 'reader'])}
      WHERE verdict != 'none'
      GROUP BY family_of
    )
  ) AS c
  GROUP BY family, isOthers
  ORDER BY isOthers, min(place)`;

/** The opens and clicks of an issue by the program that fetched, most first; after `most` programs all others together. */
export async function clients(
  engine: Engine,
  { publication, issue, most }: { readonly publication: PublicationId; readonly issue: IssueId; readonly most: number },
): Promise<readonly ClientFigures[]> {
  const rows = await engine.rows<ClientRow>(byFamily(await askedOf(engine, publication, [issue]), most));
  return rows.map(({ family, label, isOthers, ...counts }) => ({
    ...fetchCounts(counts),
    family: isOthers === 1 ? null : family,
    label,
  }));
}
