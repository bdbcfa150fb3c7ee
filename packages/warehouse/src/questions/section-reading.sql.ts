import type { SectionId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsignedArray } from '../literal.ts';
import { BY_SOMEBODY } from '../schema/aggregates.sql.ts';
import type { PlaceReading, ReadingQuery } from '../whole-issue.ts';
import { type Asked, askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';

interface PlaceRow extends Omit<PlaceReading, 'section'> {
  /** From 1; 0: before the first section. */
  readonly place: number;
}

const KINDS = ['viewed', 'section_read', 'paywall_hit'] as const;

/** Which section it is, from 1; 0 where it is none of the issue's (any more). */
const placeOf = (sections: readonly SectionId[]) =>
  sections.length === 0
    ? '0'
    : `transform(section, ${unsignedArray(sections)}, ${unsignedArray(sections.map((_, at) => at + 1))}, 0)`;

/** Each person's way first, then the people of each place. Where a hit and a section have the same time, the section was read first. */
const byPlace = (asked: Asked, sections: readonly SectionId[], behind: readonly SectionId[]) => `
  SELECT
    place,
    countIf(was_here) AS readers,
    countIf(was_here AND place = deepest_of) AS deepest,
    countIf(has_hit AND place = hit_at) AS hits,
    countIf(has_hit AND place = hit_at AND went_on) AS wentOn
  FROM (
    SELECT
      arrayJoin(arrayDistinct(arrayConcat([0], places, if(has_hit, [hit_at], [])))) AS place,
      place = 0 OR has(places, place) AS was_here,
      deepest_of, has_hit, hit_at, went_on
    FROM (
      SELECT
        places,
        arrayMax(arrayConcat([0], places)) AS deepest_of,
        hits_of > 0 AS has_hit,
        arrayMax(arrayConcat([0], arrayMap(x -> x.2, arrayFilter(x -> x.1 <= first_hit, reads)))) AS hit_at,
        arrayExists(x -> x.1 > first_hit AND has(${unsignedArray(behind.map((section) => sections.indexOf(section) + 1))}, x.2), reads) AS went_on
      FROM (
        SELECT
          groupUniqArrayIf(place_of, place_of > 0) AS places,
          groupArrayIf((time, place_of), place_of > 0) AS reads,
          countIf(kind = 'paywall_hit') AS hits_of,
          minIf(time, kind = 'paywall_hit') AS first_hit
        FROM (
          SELECT reader, kind, time, if(kind = 'section_read', toUInt32(${placeOf(sections)}), 0) AS place_of
          FROM ${eventsWithArrivals(asked, KINDS, ['reader', 'kind', 'time', 'section', 'verdict'])}
          WHERE reader != 0 AND ${BY_SOMEBODY}
        )
        GROUP BY reader
      )
    )
  )
  GROUP BY place
  ORDER BY place`;

/** How far people read an issue's web page, and where they hit the paywall. */
export async function sectionReading(
  engine: Engine,
  { publication, issue, sections, behind }: ReadingQuery,
): Promise<readonly PlaceReading[]> {
  const rows = await engine.rows<PlaceRow>(byPlace(await askedOf(engine, publication, [issue]), sections, behind));
  return rows.map(({ place, ...counts }) => ({ section: sections[place - 1] ?? null, ...counts }));
}
