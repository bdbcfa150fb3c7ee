import type { IssueId, LinkId, NetworkKind, ProviderWord, PublicationId, ReaderId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import type { EarlierEvent } from '../warehouse.ts';
import { fetchOf, IMPORTED_DELIVERY, sightingOf } from './judged-fetches.sql.ts';

interface Row {
  readonly kind: 'sent' | 'delivered' | 'opened' | 'clicked';
  readonly time: number;
  readonly issue: IssueId;
  readonly link: LinkId | 0;
  readonly reader: ReaderId;
  readonly network: NetworkKind;
  readonly client: string;
  readonly method: 'none' | 'GET' | 'HEAD';
  readonly place: number;
  readonly shape: number;
  readonly domain: string;
  readonly said: ProviderWord;
}

/** Readers of issues asked for at once: bounds the length of the statement. */
const AT_ONCE = 10_000;
/** More than there are numbers of readers. */
const AN_ISSUE = 2 ** 32;

/** What an ingester wrote itself a moment ago is among them. */
export async function earlierFetches(
  engine: Engine,
  {
    publication,
    messages,
    domains,
  }: {
    readonly publication: PublicationId;
    readonly messages: ReadonlyMap<IssueId, ReadonlySet<ReaderId>>;
    readonly domains: boolean;
  },
): Promise<readonly EarlierEvent[]> {
  const found: EarlierEvent[] = [];
  // While a log is read from its beginning there is nothing of most issues yet, and readers are a long list to send.
  const wanted = `publication = ${unsigned(publication)} AND (kind IN (${domains ? `'sent', ` : ''}'delivered', 'opened', 'clicked') OR ${IMPORTED_DELIVERY})`;
  const known = await engine.written<{ issue: IssueId }>(
    `SELECT DISTINCT issue FROM events WHERE ${wanted} AND issue IN ${unsignedArray([...messages.keys()])}`,
  );
  const issues = unsignedArray(known.map(({ issue }) => issue));
  // An issue's place and a reader as one number: of a reader who is asked for with one issue, others are not read.
  const pairs = known.flatMap(({ issue }, at) =>
    Array.from(messages.get(issue) ?? [], (reader) => (at + 1) * AN_ISSUE + reader),
  );
  for (let at = 0; at < pairs.length; at += AT_ONCE) {
    const rows = await engine.written<Row>(
      `SELECT if(${IMPORTED_DELIVERY}, 'delivered', toString(e.kind)) AS kind, toUnixTimestamp64Milli(time) AS time, issue, link, reader, network, client, method, place, shape, domain, said
       FROM events AS e
       WHERE ${wanted} AND issue IN ${issues}
         AND indexOf(${issues}, issue) * ${AN_ISSUE} + reader IN ${unsignedArray(pairs.slice(at, at + AT_ONCE))}`,
    );
    for (const { link, client, method, place, shape, domain, said, ...row } of rows) {
      found.push({
        ...row,
        link: link === 0 ? null : link,
        ...(method === 'none'
          ? sightingOf({ client, place, said })
          : { fetch: fetchOf({ client, method, place, shape, confidence: 0 }, said) }),
        ...(domain === '' ? {} : { domain }),
      });
    }
  }
  return found;
}
