import { type Contents, findContents } from './contents.ts';
import { judgeDestination, type LeaveNotice } from './destination.ts';
import { isUnsubscribe, linkKind } from './link-kind.ts';
import { type Message, type RawLink, readMessage } from './message.ts';
import { type EditionSection, findSections, sectionAt } from './sections.ts';
import type { EditionInput, FoundLink } from './structure.ts';
import { CALL_TO_ACTION, cutText, OFFER } from './wording.ts';

/** A link of one edition that is going to be tracked. */
export interface EditionLink extends Omit<FoundLink, 'section'> {
  readonly raw: RawLink;
  /** Index into the edition's sections; null before the first and in the closing matter. */
  readonly section: number | null;
}

/** One edition, before it is matched with the other one. */
export interface ReadEdition {
  readonly edition: EditionInput['edition'];
  readonly message: Message;
  readonly contents: Contents | null;
  readonly sections: readonly EditionSection[];
  readonly links: readonly EditionLink[];
  readonly paywallAt: number | null;
  /** Where the closing matter begins: what stands there belongs to no section. */
  readonly footerAt: number;
  readonly notices: readonly LeaveNotice[];
}

const LONGEST_TEXT = 200;

/** @throws {UnsafeDestinationError} where a link of it must never be stored. */
export function readEdition({ edition, html }: EditionInput): ReadEdition {
  const message = readMessage(html);
  const contents = findContents(message);
  const found = findSections(message, contents);
  // Over a cut edition's offer may stand a heading such as “Keep reading with a free trial”: it begins no section.
  const sections = edition === 'cut' ? found.filter(({ title }) => !CALL_TO_ACTION.test(title)) : found;
  const notices: LeaveNotice[] = [];
  const kept: (Omit<EditionLink, 'section'> & { readonly offset: number })[] = [];
  let unsubscribeAt: number | null = null;
  for (const raw of message.links) {
    const text = cutText(raw.text, LONGEST_TEXT);
    const destination = judgeDestination(raw.href, html.slice(raw.place.start, raw.place.end), message.base);
    if (destination.kind === 'leave') {
      // That a link to unsubscribe is left alone is what everybody expects, whatever else it is.
      if (isUnsubscribe(raw.href, text)) unsubscribeAt ??= raw.start;
      else if (destination.notice !== null) notices.push(destination.notice);
      continue;
    }
    const { url } = destination;
    const inContents = contents !== null && raw.start >= contents.start && raw.start < contents.end;
    const kind = linkKind({ url, text, inContents, inQuotedPost: raw.inQuotedPost });
    // A reader who wants to leave must not depend on us, nor be counted for it.
    if (kind === 'unsubscribe') unsubscribeAt ??= raw.start;
    else kept.push({ url, text, kind, raw, offset: raw.start });
  }
  const paywallAt = message.paywallMark ?? (edition === 'cut' ? offerPlace(message, kept) : null);
  const footerAt = footerPlace(message, sections, paywallAt, unsubscribeAt);
  const links = kept.map(({ offset, ...link }) => ({
    ...link,
    section: link.kind === 'contents' || offset >= footerAt ? null : sectionAt(sections, offset),
  }));
  return { edition, message, contents, sections, links, paywallAt, footerAt, notices };
}

/** A cut edition without a mark is cut where it invites to go on reading; failing that, at its last offer. */
function offerPlace(
  { lines }: Message,
  links: readonly { readonly kind: string; readonly text: string; readonly offset: number }[],
): number | null {
  const offers = links.filter(({ kind }) => kind === 'call_to_action');
  const offer = offers.find(({ text }) => OFFER.test(text)) ?? offers.at(-1);
  if (offer === undefined) return null;
  return Math.min(lines.find(({ end }) => end > offer.offset)?.start ?? offer.offset, offer.offset);
}

/**
 * From an element that says it is the footer, or the last rule before the link to unsubscribe. Only after the last
 * heading and the paywall: a rule within the text is an ornament.
 */
function footerPlace(
  { footers, html }: Message,
  sections: readonly EditionSection[],
  paywallAt: number | null,
  unsubscribeAt: number | null,
): number {
  const earliest = Math.max(sections.at(-1)?.start ?? 0, paywallAt ?? 0);
  const before = unsubscribeAt ?? html.length;
  const ruled = footers.filter((start) => start > earliest && start < before);
  if (unsubscribeAt === null) return html.length;
  return ruled.at(-1) ?? (unsubscribeAt > earliest ? unsubscribeAt : html.length);
}
