import { isPublicId } from './ids.ts';
import { type Fact, type Hit, MOST_SHAPE } from './log-record.ts';
import { HOST } from './referrer.ts';
import { EDITIONS, EVENT_KINDS, NETWORK_KINDS, SEGMENTS, SOURCES } from './vocabulary.ts';

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** What JSON allows in a text as it is. */
const text = (most: number) => `"([^"\\\\\\u0000-\\u001f]{0,${most}})"`;
const number = (digits: number) => `(0|[1-9]\\d{0,${digits - 1}})`;
const oneOf = (words: readonly string[]) => `"(${words.join('|')})"`;
const host = `"(${HOST})"`;
const optional = (name: string, value: string) => `(?:,"${name}":${value})?`;

const HIT_KINDS = ['opened', 'clicked'] as const;
const METHODS = ['GET', 'HEAD'] as const;

const HIT = new RegExp(
  [
    `^\\{"type":"hit","version":1,"kind":${oneOf(HIT_KINDS)},"time":${number(13)},"target":${text(64)}`,
    `${optional('issue', text(12))},"token":${text(64)}${optional('visitor', number(10))}`,
    `,"method":${oneOf(METHODS)},"source":${oneOf(SOURCES)}${optional('country', '"([A-Z]{2})"')}`,
    `${optional('network', oneOf(NETWORK_KINDS))}${optional('place', number(10))}${optional('shape', number(4))}`,
    `${optional('address', text(45))}${optional('agent', text(512))}\\}$`,
  ].join(''),
);
const FACT = new RegExp(
  [
    `^\\{"type":"fact","version":1,"kind":${oneOf(EVENT_KINDS)},"time":${number(13)},"publication":${number(10)}`,
    ...['issue', 'section', 'link', 'reader'].map((name) => optional(name, number(10))),
    `${optional('segment', oneOf(SEGMENTS))}${optional('edition', oneOf(EDITIONS))}`,
    `${optional('domain', host)}${optional('referrer', host)},"source":${oneOf(SOURCES)}`,
    `${optional('country', '"([A-Z]{2})"')}${optional('agent', text(512))}\\}$`,
  ].join(''),
);

const LATEST = 4_102_444_799_999;
const MOST_ID = 0xffff_ffff;
const MOST_VISITOR = 0x7fff_ffff;

/**
 * The vocabulary's own string: what an expression finds is a new one each time, which has to be compared and hashed
 * character by character by all who ask for it later. The words are few, and comparing with one after the other takes
 * less than hashing.
 */
function own<Word extends string>(words: readonly Word[], found: string | undefined): Word {
  for (const word of words) if (word === found) return word;
  throw new Error(`the expression has a word that the vocabulary has not: ${found}`);
}

/**
 * Reads a hit or a fact that is written as `encodeRecord` writes it and has nothing escaped, which is nearly all of
 * them: one expression takes half the time of JSON.parse and a check of what it gives, and an ingester does this for
 * every record. Null says only that it is written otherwise, or is something else, or wrong: which, JSON.parse tells.
 */
export function readOwnLine(line: string): Hit | Fact | null {
  return line.startsWith('f', 9) ? readFact(line) : readHit(line);
}

function readHit(line: string): Hit | null {
  const found = HIT.exec(line);
  if (found === null) return null;
  // By their numbers: taking an array apart in order goes through its iterator.
  const { 4: issue, 6: visitor, 9: country, 10: network, 11: place, 12: shape, 13: address, 14: agent } = found;
  const hit: Writable<Hit> = {
    type: 'hit',
    version: 1,
    kind: own(HIT_KINDS, found[1]),
    time: Number(found[2]),
    target: found[3] ?? '',
    token: found[5] ?? '',
    method: own(METHODS, found[7]),
    source: own(SOURCES, found[8]),
  };
  if (hit.time > LATEST) return null;
  if (issue !== undefined) {
    if (!isPublicId(issue)) return null;
    hit.issue = issue;
  }
  if (visitor !== undefined) {
    hit.visitor = Number(visitor);
    if (hit.visitor < 1 || hit.visitor > MOST_VISITOR) return null;
  }
  if (country !== undefined) hit.country = country;
  if (network !== undefined) hit.network = own(NETWORK_KINDS, network);
  if (place !== undefined) {
    hit.place = Number(place);
    if (hit.place < 1 || hit.place > MOST_ID) return null;
  }
  if (shape !== undefined) {
    hit.shape = Number(shape);
    if (hit.shape > MOST_SHAPE) return null;
  }
  if (address !== undefined) hit.address = address;
  if (agent !== undefined) hit.agent = agent;
  return hit;
}

function readFact(line: string): Fact | null {
  const found = FACT.exec(line);
  if (found === null) return null;
  const { 4: issue, 5: section, 6: link, 7: reader, 8: segment, 9: edition, 10: domain, 11: referrer } = found;
  const { 13: country, 14: agent } = found;
  const fact: Writable<Fact> = {
    type: 'fact',
    version: 1,
    kind: own(EVENT_KINDS, found[1]),
    time: Number(found[2]),
    publication: Number(found[3]),
    source: own(SOURCES, found[12]),
  };
  if (issue !== undefined) fact.issue = Number(issue);
  if (section !== undefined) fact.section = Number(section);
  if (link !== undefined) fact.link = Number(link);
  if (reader !== undefined) fact.reader = Number(reader);
  if (segment !== undefined) fact.segment = own(SEGMENTS, segment);
  if (edition !== undefined) fact.edition = own(EDITIONS, edition);
  if (domain !== undefined) fact.domain = domain;
  if (referrer !== undefined) fact.referrer = referrer;
  if (country !== undefined) fact.country = country;
  if (agent !== undefined) fact.agent = agent;
  const { publication: of, issue: a = 1, section: b = 1, link: c = 1, reader: d = 1 } = fact;
  const isInRange = Math.min(of, a, b, c, d) >= 1 && Math.max(of, a, b, c, d) <= MOST_ID && fact.time <= LATEST;
  return isInRange ? fact : null;
}
