import type { IssueId, LinkId, NetworkKind, ProviderWord, PublicationId, ReaderId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import type { EarlierEvent } from '../warehouse.ts';
import { fetchOf, sightingOf } from './judged-fetches.sql.ts';

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

/** Readers asked for at once: bounds the length of the statement. */
const READERS_AT_ONCE = 20_000;

/** What an ingester wrote itself a moment ago is among them. */
export async function earlierFetches(
  engine: Engine,
  {
    publication,
    issues,
    readers,
    domains,
  }: {
    readonly publication: PublicationId;
    readonly issues: readonly IssueId[];
    readonly readers: readonly ReaderId[];
    readonly domains: boolean;
  },
): Promise<readonly EarlierEvent[]> {
  const found: EarlierEvent[] = [];
  for (let at = 0; at < readers.length; at += READERS_AT_ONCE) {
    const rows = await engine.written<Row>(
      `SELECT kind, toUnixTimestamp64Milli(time) AS time, issue, link, reader, network, client, method, place, shape, domain, said
       FROM events AS e
       WHERE publication = ${unsigned(publication)} AND issue IN ${unsignedArray(issues)}
         AND kind IN (${domains ? `'sent', ` : ''}'delivered', 'opened', 'clicked')
         AND reader IN ${unsignedArray(readers.slice(at, at + READERS_AT_ONCE))}`,
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
