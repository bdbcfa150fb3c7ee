import {
  type Fact,
  type Hit,
  type LogRecord,
  logRecordSchema,
  type Notice,
  type Report,
  type Statement,
} from './log-record.ts';
import { readOwnLine } from './own-line.ts';
import { isHitOrFact } from './well-formed.ts';

/** The most bytes that one encoded record may have. */
export const MAX_RECORD_BYTES = 4096;

/** One record as one line of JSON, without the newline (JSON escapes every newline within). */
export function encodeRecord(record: LogRecord): string {
  if (record.type === 'hit') return encodeHit(record);
  if (record.type === 'fact') return encodeFact(record);
  return record.type === 'report' ? encodeReport(record, encodePageEvents(record.events)) : encodeOther(record);
}

/** The type first and always as it stands here, by which `routingKey` and others know a line. */
function encodeOther({ type, version, ...rest }: Notice | Statement): string {
  return JSON.stringify({ type, version, ...rest });
}

/**
 * The same as JSON.stringify gives for a hit with its fields in this order, in a third of the time: a collector does
 * this for every request.
 */
function encodeHit(hit: Hit): string {
  const { kind, time, target, issue, method, source } = hit;
  let line = `{"type":"hit","version":1,"kind":"${kind}","time":${time},"target":${quoted(target)}`;
  if (issue !== undefined) line += `,"issue":"${issue}"`;
  return `${line}${whose(hit)},"method":"${method}","source":"${source}"${whence(hit)}}`;
}

/** Always in this order, whoever made the fact: see `readOwnLine`. */
function encodeFact(fact: Fact): string {
  const { kind, time, publication, issue, section, link, reader, segment, edition, domain, referrer, source } = fact;
  const { agent, country } = fact;
  let line = `{"type":"fact","version":1,"kind":"${kind}","time":${time},"publication":${publication}`;
  if (issue !== undefined) line += `,"issue":${issue}`;
  if (section !== undefined) line += `,"section":${section}`;
  if (link !== undefined) line += `,"link":${link}`;
  if (reader !== undefined) line += `,"reader":${reader}`;
  if (segment !== undefined) line += `,"segment":"${segment}"`;
  if (edition !== undefined) line += `,"edition":"${edition}"`;
  if (domain !== undefined) line += `,"domain":"${domain}"`;
  if (referrer !== undefined) line += `,"referrer":"${referrer}"`;
  line += `,"source":"${source}"`;
  if (country !== undefined) line += `,"country":"${country}"`;
  if (agent !== undefined) line += `,"agent":${quoted(agent)}`;
  return `${line}}`;
}

/** Events of a report as they stand in its record, one after the other. */
export function encodePageEvents(events: Report['events']): string {
  let text = '';
  for (const { kind, ago, section, offer } of events) {
    const comma = text === '' ? '' : ',';
    const where = section === undefined ? '' : `,"section":"${section}"`;
    const which = offer === undefined ? '' : `,"offer":"${offer}"`;
    text += `${comma}{"kind":"${kind}","ago":${ago}${where}${which}}`;
  }
  return text;
}

/** @param events As `encodePageEvents` gives them, or the same in JSON that a page sent. */
export function encodeReport(report: Omit<Report, 'events'>, events: string): string {
  const { time, target, referrer } = report;
  const from = referrer === undefined ? '' : `,"referrer":"${referrer}"`;
  return `{"type":"report","version":1,"time":${time},"target":"${target}"${whose(report)}${whence(report)}${from},"events":[${events}]}`;
}

function whose({ token, visitor }: Pick<Hit, 'token' | 'visitor'>): string {
  const known = `,"token":${quoted(token)}`;
  return visitor === undefined ? known : `${known},"visitor":${visitor}`;
}

function whence({
  country,
  network,
  place,
  shape,
  address,
  agent,
}: Pick<Hit, 'country' | 'network' | 'place' | 'shape' | 'address' | 'agent'>): string {
  let fields = '';
  if (country !== undefined) fields += `,"country":"${country}"`;
  if (network !== undefined) fields += `,"network":"${network}"`;
  if (place !== undefined) fields += `,"place":${place}`;
  if (shape !== undefined) fields += `,"shape":${shape}`;
  if (address !== undefined) fields += `,"address":${quoted(address)}`;
  if (agent !== undefined) fields += `,"agent":${quoted(agent)}`;
  return fields;
}

/** What JSON does not take as it is: RFC 8259, 7, and half a surrogate pair, which UTF-8 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NEEDS_ESCAPES = /["\\\u0000-\u001f\ud800-\udfff]/;

function quoted(text: string): string {
  return NEEDS_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`;
}

export type Decoded =
  | { readonly ok: true; readonly record: LogRecord }
  | { readonly ok: false; readonly reason: string };

/** Reads a line of the log. What cannot be understood is a value with its reason, for quarantine, not an exception. */
export function decodeRecord(line: string): Decoded {
  const record = readOwnLine(line);
  if (record !== null) return { ok: true, record };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, reason: 'not JSON' };
  }
  if (isHitOrFact(json)) return { ok: true, record: json };
  const parsed = logRecordSchema.safeParse(json);
  if (parsed.success) return { ok: true, record: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, reason: `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'invalid'}` };
}
