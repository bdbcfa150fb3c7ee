import { EVENT_KINDS, type Segment } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { CatalogNames, EventsExport, ExportFilter, ExportPart, ExportTerms, WrittenExport } from '../exports.ts';
import { jsonLiteral, unsigned } from '../literal.ts';
import { text } from '../schema/table.ts';
import { type Asked, askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { FORMAT_NAMES, instant, leaving } from './export-cells.sql.ts';
import { columnsOf } from './export-rows.sql.ts';

const COLUMNS = columnsOf({
  time: 'moment',
  kind: 'word',
  reader: 'reader',
  issue: 'word',
  issue_title: 'text',
  section: 'word',
  section_title: 'text',
  link: 'word',
  link_url: 'text',
  offer: 'word',
  segment: 'word',
  edition: 'word',
  source: 'word',
  verdict: 'word',
  reasons: 'text',
  confidence: 'number',
  settled: 'flag',
  client: 'text',
  country: 'word',
  network: 'word',
  domain: 'text',
  referrer: 'text',
});

/** What an export has of each event. */
export const KEPT = [
  'kind',
  'time',
  'reader',
  'issue',
  'section',
  'link',
  'offer',
  'segment',
  'edition',
  'source',
  'verdict',
  'reasons',
  'method',
  'confidence',
  'client',
  'country',
  'network',
  'domain',
  'referrer',
] as const;

/** A table of the catalog's names, each with its number, id and what it is called. */
const named = (names: CatalogNames[keyof CatalogNames]) =>
  `(SELECT r.1 AS number, r.2 AS id, r.3 AS name FROM (SELECT arrayJoin(JSONExtract(${jsonLiteral(names)}, 'Array(Tuple(UInt32, String, String))')) AS r))`;

/** Words for what is not said are left out, as numbers are. */
const word = (name: string, nothing: string) => `if(e.${name} = ${text(nothing)}, '', toString(e.${name}))`;

/** What is told of an event `e`, with what the catalog calls its issue `i`, section `s`, link `l` and offer `o`. */
export const eventCells = (reader: string) => `
  e.time AS time, toString(e.kind) AS kind, ${reader} AS reader,
  i.id AS issue, i.name AS issue_title, s.id AS section, s.name AS section_title, l.id AS link, l.name AS link_url, o.id AS offer,
  ${word('segment', 'none')} AS segment, ${word('edition', 'none')} AS edition, toString(e.source) AS source,
  ${word('verdict', 'none')} AS verdict, toString(e.reasons) AS reasons,
  if(e.method = 'none', NULL, e.confidence / 100) AS confidence, toBool(e.is_settled) AS settled,
  toString(e.client) AS client, toString(e.country) AS country, ${word('network', 'unknown')} AS network,
  toString(e.domain) AS domain, toString(e.referrer) AS referrer`;

const rows = (asked: Asked, { filter, names }: EventsExport) => `(
  SELECT
    ${eventCells('e.reader')}
  FROM ${eventsWithArrivals(asked, filter.kinds ?? EVENT_KINDS, KEPT, conditionOf(filter))} AS e
  LEFT ANY JOIN ${named(names.issues)} AS i ON e.issue = i.number
  LEFT ANY JOIN ${named(names.sections)} AS s ON e.section = s.number
  LEFT ANY JOIN ${named(names.links)} AS l ON e.link = l.number
  LEFT ANY JOIN ${named(names.offers)} AS o ON e.offer = o.number
  ${sentTo(asked, filter.segments, 'e')}
)`;

/** Of those to whom the issue was sent with one of these standings. */
function sentTo(asked: Asked, segments: readonly Segment[] | undefined, table: string): string {
  if (segments === undefined) return '';
  const sent = eventsWithArrivals(asked, ['sent'], ['issue', 'reader', 'segment']);
  return `WHERE (${table}.issue, ${table}.reader) IN (SELECT issue, reader FROM ${sent} WHERE segment IN (${segments.map(text).join(', ')}))`;
}

/** Columns as they are kept, without the name of a table. */
export function conditionOf({ from, to, range, verdicts }: ExportFilter): string {
  return [
    ...(from === undefined ? [] : [`time >= ${instant(from)}`]),
    ...(to === undefined ? [] : [`time < ${instant(to)}`]),
    ...(range === undefined ? [] : [`issue >= ${unsigned(range.from)} AND issue <= ${unsigned(range.to)}`]),
    ...(verdicts === undefined ? [] : [`verdict IN (${verdicts.map(text).join(', ')})`]),
    'TRUE',
  ].join(' AND ');
}

/** Every event that counts, settled or not, with what the catalog calls things. */
export async function eventsExport(engine: Engine, query: EventsExport, terms: ExportTerms): Promise<WrittenExport> {
  const asked = await askedOf(engine, query.publication, query.filter.issues ?? null);
  const sql = leaving(COLUMNS, rows(asked, query), terms, query.inOrder ? 'ORDER BY x.time' : '');
  return { columns: COLUMNS, bytes: engine.stream(sql, FORMAT_NAMES[terms.format]) };
}

/** Stretches of issues with about so many events each. */
export async function exportParts(
  engine: Engine,
  { publication, filter }: Omit<EventsExport, 'names' | 'inOrder'>,
  about: number,
): Promise<readonly ExportPart[]> {
  const asked = await askedOf(engine, publication, filter.issues ?? null);
  const held = eventsWithArrivals(asked, filter.kinds ?? EVENT_KINDS, ['issue'], conditionOf(filter));
  const counted = await engine.rows<{ issue: number; events: number }>(
    `SELECT issue, count() AS events FROM ${held} GROUP BY issue ORDER BY issue`,
  );
  const parts: { from: number; to: number; events: number }[] = [];
  for (const { issue, events } of counted) {
    const last = parts.at(-1);
    if (last === undefined || last.events + events > about) parts.push({ from: issue, to: issue, events });
    else Object.assign(last, { to: issue, events: last.events + events });
  }
  return parts;
}
