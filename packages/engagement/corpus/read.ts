import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NETWORK_KINDS, SEGMENTS } from '@readout/events';
import { type CorpusFetch, type Headers, type Part, PROVIDER_WORDS, type Sequence, TRUTHS } from './sequence.ts';

/** A line of the corpus that is not a sequence, with where it stands. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a value; `CorpusError` says where. */
class Problem extends Error {}

function fields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Problem(`${what} must be an object`);
  return { ...value };
}

function only(value: Fields, allowed: readonly string[], what: string): void {
  const stray = Object.keys(value).find((key) => !allowed.includes(key));
  if (stray !== undefined) throw new Problem(`${what} has an unknown field "${stray}"`);
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new Problem(`${what} must be a text that is not empty`);
  return value;
}

function whole(value: unknown, least: number, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) {
    throw new Problem(`${what} must be a whole number from ${least}`);
  }
  return value;
}

function flag(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw new Problem(`${what} must be true or false`);
  return value;
}

function oneOf<const T extends string>(value: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Problem(`${what} must be one of ${allowed.join(', ')}`);
  return found;
}

function headersOf(value: unknown, what: string): Headers {
  const entries = Object.entries(fields(value, what)).map(([name, content]): [string, string] => {
    if (name !== name.toLowerCase()) throw new Problem(`${what}: "${name}" must be in lower case`);
    if (typeof content !== 'string') throw new Problem(`${what}: "${name}" must be a text`);
    return [name, content];
  });
  return Object.fromEntries(entries);
}

function linkOf(
  fetch: Fields,
  kind: CorpusFetch['kind'],
  links: number,
  honeypot: boolean,
  what: string,
): Pick<CorpusFetch, 'link'> {
  if (kind === 'opened') {
    if (fetch['link'] !== undefined) throw new Problem(`${what}: the pixel has no link`);
    return {};
  }
  if (fetch['link'] === 'honeypot') {
    if (!honeypot) throw new Problem(`${what}: the message has no honeypot`);
    return { link: 'honeypot' };
  }
  const link = whole(fetch['link'], 1, `${what}.link`);
  if (link > links) throw new Problem(`${what}: link ${link} of ${links}`);
  return { link };
}

const FETCH_FIELDS = ['at', 'kind', 'link', 'method', 'headers', 'network', 'place', 'crowd', 'said', 'truth'];

function fetchOf(value: unknown, links: number, honeypot: boolean, what: string): CorpusFetch {
  const fetch = fields(value, what);
  only(fetch, FETCH_FIELDS, what);
  const kind = oneOf(fetch['kind'], ['opened', 'clicked'], `${what}.kind`);
  return {
    at: whole(fetch['at'], 0, `${what}.at`),
    kind,
    ...linkOf(fetch, kind, links, honeypot, what),
    method: oneOf(fetch['method'], ['GET', 'HEAD'], `${what}.method`),
    headers: headersOf(fetch['headers'], `${what}.headers`),
    network: oneOf(fetch['network'], NETWORK_KINDS, `${what}.network`),
    place: text(fetch['place'], `${what}.place`),
    crowd: whole(fetch['crowd'], 0, `${what}.crowd`),
    said: oneOf(fetch['said'], PROVIDER_WORDS, `${what}.said`),
    truth: oneOf(fetch['truth'], TRUTHS, `${what}.truth`),
  };
}

const SEQUENCE_FIELDS = ['name', 'family', 'note', 'links', 'honeypot', 'segment', 'fetches'];

function sequenceOf(value: unknown): Sequence {
  const sequence = fields(value, 'a sequence');
  only(sequence, SEQUENCE_FIELDS, 'the sequence');
  const links = whole(sequence['links'], 0, 'links');
  const honeypot = flag(sequence['honeypot'], 'honeypot');
  const fetches: unknown = sequence['fetches'];
  if (!Array.isArray(fetches)) throw new Problem('fetches must be a list');
  return {
    name: text(sequence['name'], 'name'),
    family: text(sequence['family'], 'family'),
    note: text(sequence['note'], 'note'),
    links,
    honeypot,
    ...(sequence['segment'] === undefined ? {} : { segment: oneOf(sequence['segment'], SEGMENTS, 'segment') }),
    fetches: fetches.map((fetch: unknown, index) => fetchOf(fetch, links, honeypot, `fetches[${index}]`)),
  };
}

function parseLine(line: string): Sequence {
  const json: unknown = JSON.parse(line);
  return sequenceOf(json);
}

/**
 * The sequences of one file's text, in its order.
 *
 * @throws {CorpusError} naming `file` and the line, where a line is not a sequence.
 */
export function parseSequences(file: string, content: string): Sequence[] {
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [parseLine(line)];
    } catch (error) {
      if (error instanceof Problem || error instanceof SyntaxError)
        throw new CorpusError(file, index + 1, error.message);
      throw error;
    }
  });
}

/** All sequences of a part, file by file in the order of their names. */
export function readCorpus(part: Part): Sequence[] {
  const folder = join(import.meta.dirname, part);
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => parseSequences(`${part}/${name}`, readFileSync(join(folder, name), 'utf8')));
}
