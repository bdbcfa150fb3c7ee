import type { FetchVerdict, LinkId, NetworkKind, Origin, ReaderId, Segment } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { text } from '../schema/table.ts';
import type { JudgedEvent, JudgedEventsQuery } from '../warehouse.ts';
import { type Asked, askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';
import { reasonsIn } from './verdicts.sql.ts';

interface EventRow extends Origin {
  readonly kind: 'opened' | 'clicked';
  readonly t: number;
  readonly verdict: FetchVerdict;
  readonly reasons: string;
  readonly method: 'none' | 'GET' | 'HEAD';
  readonly confidence: number;
  readonly client: string;
  readonly network: NetworkKind;
  readonly country: string;
  readonly link: LinkId | 0;
  readonly reader: ReaderId | 0;
  readonly is_settled: 0 | 1;
}

interface SentRow {
  readonly reader: ReaderId;
  /** 0: unknown. */
  readonly sent: number;
  readonly delivered: number;
  readonly segment: Segment;
}

const FETCHES = ['opened', 'clicked'] as const;
const COLUMNS = [
  'kind',
  'time',
  'verdict',
  'reasons',
  'method',
  'confidence',
  'client',
  'network',
  'country',
  'link',
  'reader',
  'partition',
  'collector',
  'position',
] as const;

const page = (asked: Asked, { kind, verdict, reason, link, limit, after }: JudgedEventsQuery) => `
  SELECT toUnixTimestamp64Milli(j.time) AS t, ${COLUMNS.filter((name) => name !== 'time').join(', ')}, is_settled
  FROM ${eventsWithArrivals(asked, kind === undefined ? FETCHES : [kind], COLUMNS)} AS j
  WHERE verdict ${verdict === undefined ? `!= 'none'` : `= ${text(verdict)}`}
    ${reason === undefined ? '' : `AND has(splitByChar(',', toString(reasons)), ${text(reason)})`}
    ${link === undefined ? '' : `AND link = ${unsigned(link)}`}
    ${
      after === undefined
        ? ''
        : `AND (toUnixTimestamp64Milli(j.time), partition, collector, position) < (${unsigned(after.time)}, ${unsigned(after.origin.partition)}, ${unsigned(after.origin.collector)}, ${unsigned(after.origin.position)})`
    }
  ORDER BY j.time DESC, partition DESC, collector DESC, position DESC
  LIMIT ${unsigned(limit)}`;

/** When these readers were sent the issue and had it delivered, the first time each. */
const sendings = (asked: Asked, readers: readonly ReaderId[]) => `
  SELECT
    reader,
    toUnixTimestamp64Milli(minIf(s.time, kind = 'sent')) AS sent,
    toUnixTimestamp64Milli(minIf(s.time, kind = 'delivered')) AS delivered,
    anyIf(s.segment, kind = 'sent' AND s.segment != 'none') AS segment
  FROM ${eventsWithArrivals(asked, ['sent', 'delivered'], ['kind', 'time', 'reader', 'segment'])} AS s
  WHERE reader IN ${unsignedArray(readers)}
  GROUP BY reader`;

/** Opens and clicks as they were judged, newest first. Whose they were is used to find the delivery, and not told. */
export async function judgedEvents(engine: Engine, query: JudgedEventsQuery): Promise<readonly JudgedEvent[]> {
  const asked = await askedOf(engine, query.publication, [query.issue]);
  const rows = await engine.rows<EventRow>(page(asked, query));
  const readers = [...new Set(rows.flatMap(({ reader }) => (reader === 0 ? [] : [reader])))];
  const sent = readers.length === 0 ? [] : await engine.rows<SentRow>(sendings(asked, readers));
  const sending = new Map(sent.map((row) => [row.reader, row]));
  return rows.map((row) => {
    const its = row.reader === 0 ? undefined : sending.get(row.reader);
    return {
      origin: { partition: row.partition, collector: row.collector, position: row.position },
      time: row.t,
      kind: row.kind,
      verdict: row.verdict,
      reasons: reasonsIn(row.reasons),
      confidence: row.method === 'none' ? null : row.confidence / 100,
      client: row.client,
      network: row.network,
      country: row.country,
      link: row.link === 0 ? null : row.link,
      segment: its?.segment ?? 'none',
      isSettled: row.is_settled === 1,
      sentAt: its === undefined || its.sent === 0 ? null : its.sent,
      deliveredAt: its === undefined || its.delivered === 0 ? null : its.delivered,
    };
  });
}
