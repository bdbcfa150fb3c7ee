import type { LinkKind } from '@readout/events';
import type { InputIssue, InputLink, InputSection, SampleInput } from '../input.ts';
import { type SampleIssue, sampleIssues } from '../issues.ts';
import { sampleReaders } from '../readers.ts';

const MARK = '<!-- paywall -->';

/** The sample as a catalog would hand it back, found in the editions' HTML. `now` in UTC ms. */
export function asCatalogued(now: number, options: Pick<SampleInput, 'scale' | 'seed'> = {}): SampleInput {
  return {
    now,
    publication: 3,
    issues: sampleIssues(now).map(catalogued),
    readers: sampleReaders().map(({ segment }, index) => ({ id: index + 1, token: `token-${index + 1}`, segment })),
    ...options,
  };
}

function catalogued({ sentAt, whole, cut }: SampleIssue, index: number): InputIssue {
  const publicId = publicIdOf('i', index);
  const paywall = whole.indexOf(MARK);
  const starts = [...whole.matchAll(/<h2 /g)].map((match) => match.index);
  const sections = starts.map((start, ordinal): InputSection => {
    // Only what a reader would see counts: a mark right before the next heading divides nothing.
    const end = whole.indexOf('\n<h2 ', start);
    return {
      id: 1000 * (index + 1) + ordinal,
      ordinal,
      access: accessOf(start, end === -1 ? whole.length : end, paywall),
    };
  });
  const sectionAt = (at: number) => {
    const found = starts.filter((start) => start < at).length - 1;
    return found === -1 ? null : found;
  };
  const found = new Map<string, InputLink>();
  for (const html of cut === null ? [whole] : [whole, cut]) {
    for (const { index: at, 1: url = '' } of html.matchAll(/<a href="([^"]+)"/g)) {
      if (found.has(url)) continue;
      const number = found.size;
      found.set(url, {
        id: 1000 * (index + 1) + number,
        publicId: publicIdOf(`${index}k`, number),
        kind: kindOf(url),
        section: sectionAt(at),
        url,
      });
    }
  }
  return { id: index + 1, publicId, sentAt, hasPaywall: cut !== null, sections, links: [...found.values()] };
}

function accessOf(start: number, end: number, paywall: number): InputSection['access'] {
  if (paywall === -1 || end <= paywall + MARK.length) return 'before';
  return start > paywall ? 'behind' : 'across';
}

function kindOf(url: string): LinkKind {
  if (url.includes('#')) return 'contents';
  if (url.includes('/premium')) return 'call_to_action';
  if (url.endsWith('/unsubscribe')) return 'unsubscribe';
  if (url.endsWith('/subscribe')) return 'subscribe';
  if (url.startsWith('https://x.com/')) return 'embed';
  return /\.(mp3|mp4)$/.test(url) ? 'media' : 'outbound';
}

const publicIdOf = (prefix: string, number: number) => `${prefix}${number}`.replaceAll('0', 'Z').padEnd(12, 'x');
