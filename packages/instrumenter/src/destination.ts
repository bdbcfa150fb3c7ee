import { PUBLIC_ID, parsedUrl } from '@readout/events';
import { UnsafeDestinationError } from './structure.ts';

/** What is to be done with an address found in a message. */
export type Destination =
  | { readonly kind: 'track'; readonly url: string }
  /** Left as it is; `notice`: what the author should know about it. */
  | { readonly kind: 'leave'; readonly notice: LeaveNotice | null };

export interface LeaveNotice {
  readonly code: 'unsupported_scheme' | 'invalid_url' | 'relative_url' | 'already_tracked' | 'personal_link';
  readonly message: string;
}

/** Longer ones are no longer carried by every mail client and proxy. */
const LONGEST_URL = 8_000;
const SHOWN = 80;

const EDGES = /^[\0-\u0020]+|[\0-\u0020]+$/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\0-\u001f\u007f]/;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** They run in, or stand in for, the page that follows them; no issue needs one. */
const UNSAFE = new Set(['javascript', 'vbscript', 'livescript', 'data', 'file', 'blob']);
/** Handled by the reader's device: nothing that could be followed by a redirect. */
const SILENT = new Set(['mailto', 'tel']);
/**
 * What mail systems replace: `{{ … }}`, `{% … %}`, `{name}`, `{$name}`, `*|…|*`, `%%…%%`, `[[…]]`, `[%…%]`, `<%= … %>`,
 * `${…}`, `#{…}`, and `%NAME%` where it is no percent-encoding. Where a beginning tells enough the end is not asked
 * for: a quote within the tag ends the attribute (`href="{{ url "x" }}"`).
 */
const MERGE_TAG =
  /\{\{[^}]{0,200}\}{0,2}|\{%|\{[$!]|[$#]\{|\{[a-z_][\w. -]{0,60}\}|\*\|[^|]{1,200}\|\*|%%[^%]{1,200}%%|\[\[[^[\]]{1,200}\]\]|\[%|<%|%(?![0-9a-f]{2})[a-z][\w.-]{0,60}%/i;
/** What `renderEdition` writes, wherever the collector stands: a link, or the pixel's address. */
const OURS = new RegExp(`/(?:c/${PUBLIC_ID}(?:/|$)|o/${PUBLIC_ID}/[^/]+\\.gif)`);

const leave = (code: LeaveNotice['code'], message: string): Destination => ({
  kind: 'leave',
  notice: { code, message },
});
const LEAVE_SILENTLY: Destination = { kind: 'leave', notice: null };

/**
 * Judges an `href`, entities decoded.
 * @param source The same as it stands in the message, where a NUL is still a NUL.
 * @param base Of a `<base href>`, where the message has one.
 * @throws {UnsafeDestinationError} where it must never be stored.
 */
export function judgeDestination(href: string, source: string, base: string | null): Destination {
  const address = href.replace(EDGES, '');
  if (address === '' || address.startsWith('#')) return LEAVE_SILENTLY;
  // Browsers drop line breaks and tabs before they read the scheme, so this does too.
  const scheme = SCHEME.exec(address.replace(/[\t\n\r]/g, ''))?.[1]?.toLowerCase();
  if (scheme !== undefined && UNSAFE.has(scheme)) {
    throw new UnsafeDestinationError(
      address,
      `The link “${shown(address)}” begins with ${scheme}:, which could run code or show a forged page in a reader's browser. Link to an https:// address instead.`,
    );
  }
  const tag = MERGE_TAG.exec(address);
  if (tag?.index === 0) return LEAVE_SILENTLY;
  if (scheme !== undefined && SILENT.has(scheme)) return LEAVE_SILENTLY;
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    return leave('unsupported_scheme', `“${shown(address)}” is not a web address, so clicks on it are not counted.`);
  }
  if (CONTROL.test(address) || source.includes('\0')) {
    throw new UnsafeDestinationError(
      address,
      `The link “${shown(address)}” has a line break or another control character in it, with which headers could be forged. Write the address in one piece.`,
    );
  }
  if (scheme !== undefined && isTracked(address)) return alreadyTracked(address);
  if (tag !== null) {
    return leave(
      'personal_link',
      `“${shown(address)}” has ${tag[0]} in it, which is different for each reader, so it was left as it is and clicks on it are not counted.`,
    );
  }
  return judgeAddress(address, scheme === undefined, base);
}

function judgeAddress(address: string, isRelative: boolean, base: string | null): Destination {
  const absolute = isRelative ? resolved(address, base) : address;
  if (absolute === null) {
    return leave(
      'relative_url',
      `“${shown(address)}” does not say on which site it is, so clicks on it are not counted. Write the whole address.`,
    );
  }
  const url = parsedUrl(absolute);
  if (url === null || url.hostname === '' || !/^https?:$/.test(url.protocol)) {
    return leave('invalid_url', `“${shown(address)}” is not a valid address, so it was left as it is.`);
  }
  if (absolute.length > LONGEST_URL) {
    return leave(
      'invalid_url',
      `“${shown(address)}” has ${absolute.length} characters, more than mail clients carry, so it was left as it is.`,
    );
  }
  if (isTracked(absolute)) return alreadyTracked(address);
  return { kind: 'track', url: isPlain(absolute) ? absolute : url.href };
}

/** Whether it is an address that Readout wrote, a merge tag in it or not. */
function isTracked(address: string): boolean {
  return OURS.test(address.split(/[?#]/, 1)[0] ?? '');
}

function alreadyTracked(address: string): Destination & { readonly kind: 'leave' } {
  const message = `“${shown(address)}” is tracked already. Give the HTML as it was before.`;
  return { kind: 'leave', notice: { code: 'already_tracked', message } };
}

/** Browsers read `https:x` and `https:\\x` as they do `https://x`; in a `Location` header they lead elsewhere. */
function isPlain(address: string): boolean {
  return /^https?:\/\/[^/\\]/i.test(address) && !/\\|\p{Surrogate}/u.test(address);
}

function resolved(address: string, base: string | null): string | null {
  if (address.startsWith('//')) return `https:${address}`;
  return base === null ? null : (parsedUrl(address, base)?.href ?? null);
}

/** Fit for a sentence: short, and without what could disturb a terminal. */
function shown(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  const plain = address.replace(/[\0-\u001f\u007f]/g, '␣');
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}
