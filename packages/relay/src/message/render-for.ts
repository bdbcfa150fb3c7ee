import type { IssueWithStructure } from '@readout/catalog';
import {
  type AnalysedEdition,
  analyseIssue,
  type HrefSpan,
  type IssueStructure,
  renderEdition,
} from '@readout/instrumenter';
import type { DecodedText } from '../mime/charset.ts';

export interface Rendering {
  readonly issue: IssueWithStructure;
  readonly token: string;
  /** Where the collector stands, without a slash at the end. */
  readonly base: string;
}

/**
 * One recipient's HTML with the issue's links and the pixel in it; every other byte as it was, and what is in no link of
 * the issue left alone. What is put in is ASCII, so that it can be put between bytes of any character set like it.
 * @throws {UnsafeDestinationError} where a link must never be stored.
 */
export function renderFor(bytes: Buffer, { text, byteAt }: DecodedText, { issue, token, base }: Rendering): Buffer {
  const found = analyseIssue([{ edition: 'whole', html: text }]);
  const [edition] = found.editions;
  if (edition === undefined) throw new Error('an analysed issue has its edition');
  const honeypot = issue.links.findIndex(({ kind }) => kind === 'honeypot');
  const inBytes: AnalysedEdition = {
    ...edition,
    html: bytes.toString('latin1'),
    hrefs: knownSpans(found, edition.hrefs, issue).map((span) => ({
      ...span,
      start: byteAt(span.start),
      end: byteAt(span.end),
    })),
    pixelAt: byteAt(edition.pixelAt),
    honeypot: honeypot === -1 ? null : honeypot,
  };
  const links = issue.links.map((link) => link.publicId);
  return Buffer.from(renderEdition(inBytes, { base, issue: issue.publicId, links, mergeTag: token }), 'latin1');
}

/**
 * The places of links that the issue has: of the same address in the same section, the first with the first; or else the
 * next of that address, wherever the issue has it. One more than the issue has of an address shares the last.
 */
function knownSpans(
  { links, sections }: IssueStructure,
  spans: readonly HrefSpan[],
  issue: IssueWithStructure,
): HrefSpan[] {
  const titles = new Map(issue.sections.map(({ id, title }) => [id, title]));
  const known = issue.links.map(({ url, section }, index) => ({
    index,
    url,
    title: section === null ? null : (titles.get(section) ?? null),
  }));
  const taken = new Set<number>();
  const matched = links.map(({ url, section }) => {
    const title = section === null ? null : (sections[section]?.title ?? null);
    const same = known.filter((one) => one.url === url && issue.links[one.index]?.kind !== 'honeypot');
    const free = same.filter(({ index }) => !taken.has(index));
    const match = free.find((one) => one.title === title) ?? free[0] ?? same.at(-1);
    if (match === undefined) return null;
    taken.add(match.index);
    return match.index;
  });
  return spans.flatMap((span) => {
    const link = matched[span.link] ?? null;
    return link === null ? [] : [{ ...span, link }];
  });
}
