import {
  EDITIONS,
  EVENT_KINDS,
  type EventFetch,
  NETWORK_KINDS,
  PROVIDER_WORDS,
  type ReaderEvent,
  SEGMENTS,
  SOURCES,
  VERDICTS,
} from '@readout/events';
import type { Block } from '../engine/engine.ts';
import { TABLES } from '../schema/0001-events-and-figures.sql.ts';
import { bytesOf, nativeBlock, Texts, Wide } from './native-block.ts';

/** A word's number in the tables: a vocabulary is in that order, from 1. */
const numbered = <Word extends string>(words: readonly Word[]): ReadonlyMap<Word, number> =>
  new Map(words.map((word, at) => [word, at + 1]));
const KINDS = numbered(EVENT_KINDS);
const SEGMENT_NUMBERS = numbered(SEGMENTS);
const EDITION_NUMBERS = numbered(EDITIONS);
const SOURCE_NUMBERS = numbered(SOURCES);
const VERDICT_NUMBERS = numbered(VERDICTS);
const NETWORKS = numbered(NETWORK_KINDS);
const WORDS = numbered(PROVIDER_WORDS);

const METHODS = { GET: 2, HEAD: 3 } as const;
const NO_METHOD = 1;
const NO_WORD = 1;
const NO_FETCH: Omit<EventFetch, 'method'> = { client: '', place: 0, shape: 0, confidence: 0 };

/**
 * Events as one block of the table's columns. Numbers that do not apply are 0.
 * @param arrived UTC, milliseconds: for `arrivals`, when these events came.
 */
export function eventBlock(
  table: 'incoming' | 'events' | 'arrivals',
  events: readonly ReaderEvent[],
  arrived = 0,
): Block {
  const rows = events.length;
  const numbers = () => new Uint32Array(rows);
  const words = () => new Uint8Array(rows);
  const [publication, issue, reader, link, section, offer, collector, place] = [
    numbers(),
    numbers(),
    numbers(),
    numbers(),
    numbers(),
    numbers(),
    numbers(),
    numbers(),
  ];
  const [kind, segment, edition, source, verdict, network] = [words(), words(), words(), words(), words(), words()];
  const [method, confidence, said, shape] = [words(), words(), words(), new Uint16Array(rows)];
  const partition = new Uint16Array(rows);
  const [time, position] = [new Wide(rows), new Wide(rows)];
  const [reasons, country, client] = [new Texts(rows), new Texts(rows), new Texts(rows)];
  const [domain, referrer] = [new Texts(rows), new Texts(rows)];
  for (let row = 0; row < rows; row++) {
    const event = events[row] as ReaderEvent;
    publication[row] = event.publication;
    issue[row] = event.issue ?? 0;
    kind[row] = KINDS.get(event.kind) ?? 0;
    time.set(row, event.time);
    reader[row] = event.reader ?? 0;
    link[row] = event.link ?? 0;
    section[row] = event.section ?? 0;
    offer[row] = event.offer ?? 0;
    segment[row] = SEGMENT_NUMBERS.get(event.segment) ?? 0;
    edition[row] = EDITION_NUMBERS.get(event.edition) ?? 0;
    source[row] = SOURCE_NUMBERS.get(event.source) ?? 0;
    verdict[row] = VERDICT_NUMBERS.get(event.verdict) ?? 0;
    reasons.set(row, reasonsOf(event.reasons));
    country.set(row, event.country ?? '');
    network[row] = NETWORKS.get(event.network ?? 'unknown') ?? 0;
    const fetch = event.fetch ?? (event.sighting === undefined ? NO_FETCH : { ...NO_FETCH, ...event.sighting });
    client.set(row, fetch.client);
    method[row] = event.fetch === undefined ? NO_METHOD : METHODS[event.fetch.method];
    place[row] = fetch.place;
    shape[row] = fetch.shape;
    confidence[row] = Math.round(fetch.confidence * 100);
    said[row] = fetch.said === undefined ? NO_WORD : (WORDS.get(fetch.said) ?? 0);
    domain.set(row, event.domain ?? '');
    referrer.set(row, event.referrer ?? '');
    partition[row] = event.origin.partition;
    collector[row] = event.origin.collector;
    position.set(row, event.origin.position);
  }
  const fixed = (array: NodeJS.TypedArray) => [bytesOf(array)];
  const bytes: Readonly<Record<string, readonly Uint8Array[]>> = {
    publication: fixed(publication),
    issue: fixed(issue),
    kind: fixed(kind),
    time: time.bytes,
    reader: fixed(reader),
    link: fixed(link),
    section: fixed(section),
    offer: fixed(offer),
    segment: fixed(segment),
    edition: fixed(edition),
    source: fixed(source),
    verdict: fixed(verdict),
    reasons: reasons.bytes,
    country: country.bytes,
    network: fixed(network),
    client: client.bytes,
    method: fixed(method),
    place: fixed(place),
    shape: fixed(shape),
    confidence: fixed(confidence),
    domain: domain.bytes,
    referrer: referrer.bytes,
    said: fixed(said),
    partition: fixed(partition),
    collector: fixed(collector),
    position: position.bytes,
    ...(table === 'arrivals' ? { arrived: fixed(new Uint32Array(rows).fill(Math.floor(arrived / 1000))) } : {}),
  };
  const columns = TABLES[table].columns.map(({ name, type }) => {
    const of = bytes[name];
    if (of === undefined) throw new Error(`nothing fills the column ${name} of the events`);
    return { name, type, bytes: of };
  });
  return {
    table,
    columns: columns.map(({ name }) => name),
    structure: columns.map(({ name, type }) => `${name} ${type}`).join(', '),
    native: nativeBlock(columns, rows),
  };
}

/** A verdict's reasons are mostly one, or one array for all fetches like it, whose text is remembered with it. */
const REASONS = new WeakMap<readonly string[], string>();

function reasonsOf(reasons: readonly string[]): string {
  if (reasons.length < 2) return reasons[0] ?? '';
  const known = REASONS.get(reasons);
  if (known !== undefined) return known;
  const text = reasons.join(',');
  REASONS.set(reasons, text);
  return text;
}
