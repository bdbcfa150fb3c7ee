import type { EventFetch, IssueId, ProviderWord, PublicationId, ReaderId, Sighting } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';
import type { FetchBeside, IssueFetches, IssueStretch, JudgedFetch, VerdictHistory } from '../verdict-history.ts';
import { reasonsIn } from './verdicts.sql.ts';

/**
 * Names one event, in 128 bits: two of them have the same name less often than a disk mixes up its bits. More than its
 * origin, since several events may come of one record.
 */
export const EVENT_KEY = 'reinterpretAsUInt128(sipHash128(partition, collector, position, kind, time, link, reader))';

/** What is imported says in one that it was sent and delivered: docs/decisions/0012. */
export const IMPORTED_DELIVERY = `(kind = 'sent' AND source = 'import')`;

/** Whose verdict can be made again: somebody's fetch of which what it takes was kept. A token that failed stays so. */
const CAN_BE_JUDGED = `kind IN ('opened', 'clicked') AND method != 'none' AND reader != 0 AND position(reasons, 'token_') = 0`;

/** Rows as arrays, all in one: as a row each their names would be most of what is sent and read. */
const FETCH = `(toString(${EVENT_KEY}), kind, toUnixTimestamp64Milli(time), link, reader, network, client, method, place, shape, confidence, said, verdict, reasons, partition)`;

type FetchRow = readonly [
  key: string,
  kind: JudgedFetch['kind'],
  time: number,
  link: number,
  reader: number,
  network: NonNullable<JudgedFetch['network']>,
  client: string,
  method: JudgedFetch['fetch']['method'],
  place: number,
  shape: number,
  confidence: number,
  said: ProviderWord,
  verdict: JudgedFetch['verdict'],
  reasons: string,
  partition: number,
];
interface SightingRow extends Pick<EventFetch, 'client' | 'place'> {
  readonly said: ProviderWord;
}
type DeliveryRow = readonly [reader: number, deliveredAt: number, domain: string];

export async function issuesWithFetches(
  engine: Engine,
  { publication, from = 0 }: Parameters<VerdictHistory['issuesWithFetches']>[0],
): Promise<readonly IssueFetches[]> {
  return await ask<IssueFetches>(
    engine,
    `SELECT issue, count() AS fetches
     FROM events
     WHERE publication = ${unsigned(publication)} AND issue != 0 AND ${CAN_BE_JUDGED}
     GROUP BY issue
     HAVING toUnixTimestamp64Milli(max(time)) >= ${unsigned(from)}
     ORDER BY max(time) DESC, issue DESC`,
  );
}

export async function fetchesOf(
  engine: Engine,
  { publication, issue, of, remainder }: Parameters<VerdictHistory['fetchesOf']>[0],
): Promise<IssueStretch> {
  const theirs = `${ofIssue(publication, issue)} AND reader % ${unsigned(of)} = ${unsigned(remainder)}`;
  // The arrivals first: what is settled in between is then found in both, and else in neither.
  const arrived = await fetchRows(engine, 'arrivals', theirs);
  const fetches = (await fetchRows(engine, 'events', theirs)).map(judgedFetch);
  const deliveries = await ask<{ rows: readonly DeliveryRow[] }>(
    engine,
    `SELECT groupArray((reader, delivered, domain)) AS rows
     FROM (
       SELECT reader, toUnixTimestamp64Milli(minIf(time, kind = 'delivered' OR ${IMPORTED_DELIVERY})) AS delivered, max(domain) AS domain
       FROM (
         SELECT reader, kind, source, time, domain FROM events WHERE ${theirs} AND kind IN ('sent', 'delivered') AND reader != 0
         UNION ALL
         SELECT reader, kind, source, time, domain FROM arrivals WHERE ${theirs} AND kind IN ('sent', 'delivered') AND reader != 0
       )
       GROUP BY reader
     )
     WHERE delivered > 0 OR domain != ''`,
  );
  const known = new Set(fetches.map(({ key }) => key));
  return {
    fetches,
    around: [
      ...arrived.flatMap((row) => (known.has(row[0]) ? [] : [fetchBeside(row)])),
      ...(deliveries[0]?.rows ?? []).map(deliveryTo),
      ...(await sightingsOf(engine, theirs)),
    ],
  };
}

/** What mail providers saw of these; one that is settled meanwhile comes twice, which says nothing else. */
async function sightingsOf(engine: Engine, theirs: string): Promise<readonly FetchBeside[]> {
  const rows: (SightingRow & { kind: JudgedFetch['kind']; time: number; link: number; reader: ReaderId })[] = [];
  for (const table of ['arrivals', 'events']) {
    const some = await ask<(typeof rows)[number]>(
      engine,
      `SELECT kind, toUnixTimestamp64Milli(s.time) AS time, link, reader, client, place, said FROM ${table} AS s
       WHERE ${theirs} AND kind IN ('opened', 'clicked') AND method = 'none' AND said != 'nothing' AND reader != 0`,
    );
    rows.push(...some);
  }
  return rows.map(({ kind, time, link, reader, ...seen }) => ({
    kind,
    time,
    link: (link === 0 ? null : link) as JudgedFetch['link'],
    reader,
    ...sightingOf(seen),
  }));
}

export async function clicksOf(
  engine: Engine,
  { publication, issue }: Parameters<VerdictHistory['clicksOf']>[0],
): Promise<readonly FetchBeside[]> {
  const theirs = `${ofIssue(publication, issue)} AND kind = 'clicked' AND place != 0`;
  const rows = [...(await fetchRows(engine, 'events', theirs)), ...(await fetchRows(engine, 'arrivals', theirs))];
  return rows.map(fetchBeside);
}

async function fetchRows(engine: Engine, table: 'events' | 'arrivals', which: string): Promise<readonly FetchRow[]> {
  const [found] = await ask<{ rows: readonly FetchRow[] }>(
    engine,
    `SELECT groupArray(${FETCH}) AS rows FROM ${table} WHERE ${which} AND ${CAN_BE_JUDGED}`,
  );
  return found?.rows ?? [];
}

/** Where a replica may lag behind, what is judged has to be all that was written. */
function ask<Row>(engine: Engine, sql: string): Promise<Row[]> {
  return engine.isShared ? engine.written<Row>(sql) : engine.rows<Row>(sql);
}

function ofIssue(publication: PublicationId, issue: IssueId): string {
  return `publication = ${unsigned(publication)} AND issue = ${unsigned(issue)}`;
}

function fetchBeside(row: FetchRow) {
  const [, kind, time, link, reader, network, client, method, place, shape, confidence, said] = row;
  return {
    kind,
    time,
    link: (link === 0 ? null : link) as JudgedFetch['link'],
    reader: reader as JudgedFetch['reader'],
    network,
    fetch: fetchOf({ client, method, place, shape, confidence: confidence / 100 }, said),
  } satisfies FetchBeside;
}

function judgedFetch(row: FetchRow): JudgedFetch {
  const [key, , , , , , , , , , , , verdict, reasons, partition] = row;
  return { key, ...fetchBeside(row), verdict, reasons: reasonsIn(reasons), partition };
}

/** A fetch as its row has it. */
export function fetchOf(fetch: Omit<EventFetch, 'said'>, said: ProviderWord): EventFetch {
  return said === 'nothing' ? fetch : { ...fetch, said };
}

/** What a mail provider saw, if it is that which the row holds. */
export function sightingOf({ client, place, said }: SightingRow): { readonly sighting?: Sighting } {
  return said === 'nothing' ? {} : { sighting: { client, place, said } };
}

/** Of somebody of whom only the sending is known, the domain alone. */
function deliveryTo([reader, deliveredAt, domain]: DeliveryRow): FetchBeside {
  return {
    kind: deliveredAt > 0 ? 'delivered' : 'sent',
    time: deliveredAt,
    link: null,
    reader: reader as JudgedFetch['reader'],
    ...(domain === '' ? {} : { domain }),
  };
}
