import { analyseIssue, linkPlaces } from '@readout/instrumenter';
import { type Addressee, looksPersonal } from './personal.ts';

/** Mail systems write such a tag where each reader's own address goes, so it is left alone like one of theirs. */
const OWN_LINK = '{{ personal_link }}';
const OWN_ADDRESS = '{{ address }}';
const OWN_NAME = '{{ name }}';
const SOURCE = /(\s(?:src|background)\s*=\s*)("[^"]*"|'[^']*')/gi;
const GREETING = /\b(dear|hello|hi|hey|good morning|hola|querid[oa]|estimad[oa]|buenos d[ií]as)(,?\s+)/gi;

/**
 * A message's HTML as the issue that it is: without what stands in it for its recipient alone. Links that are left alone
 * anyway (to unsubscribe, for one) or seem to be the recipient's own become a merge tag, and so do their address and the
 * name that the message calls them by.
 * @throws {UnsafeDestinationError} where a link must never be stored.
 */
export function neutralHtml(html: string, to: Addressee): string {
  const tracked = new Set(
    analyseIssue([{ edition: 'whole', html }]).editions.flatMap(({ hrefs }) => hrefs.map(({ start }) => start)),
  );
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, quote, href } of linkPlaces(html)) {
    const isOwn = looksPersonal(href, to) || (!tracked.has(start) && /^\s*(https?:)?\/\//i.test(href));
    if (!isOwn || start < done) continue;
    parts.push(html.slice(done, start), quote === '' ? `"${OWN_LINK}"` : OWN_LINK);
    done = end;
  }
  parts.push(html.slice(done));
  return withoutNames(parts.join(''), to);
}

function withoutNames(html: string, to: Addressee): string {
  const sources = html.replace(SOURCE, (whole, before: string, value: string) =>
    looksPersonal(value.slice(1, -1).replaceAll('&amp;', '&'), to) ? `${before}"${OWN_LINK}"` : whole,
  );
  const addresses = sources.replace(new RegExp(escaped(to.address), 'gi'), OWN_ADDRESS);
  const name = to.name?.trim() ?? '';
  if (name.length < 2) return addresses;
  const whole = addresses.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu'), OWN_NAME);
  // A first name may be an ordinary word: only where somebody is greeted by it.
  const first = escaped(name.split(/\s+/, 1)[0] ?? name);
  return whole.replace(new RegExp(`${GREETING.source}${first}(?![\\p{L}\\p{N}])`, 'giu'), `$1$2${OWN_NAME}`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
