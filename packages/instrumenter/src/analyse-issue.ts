import { honeypotIn } from './honeypot.ts';
import { matchedEditions } from './matched-editions.ts';
import { titleOf } from './sections.ts';
import type { EditionInput, IssueStructure, Notice, Wishes } from './structure.ts';

/**
 * Takes an issue apart: its title, its sections and its links, matched across its editions.
 *
 * Left alone, and so not among the links: `mailto:` and `tel:`, anchors within the message, links to unsubscribe,
 * links that a mail system fills in for each reader, and whatever is no web address; where the author may not
 * expect that, a notice says so.
 *
 * Where a honeypot is wished for, it is the last of the links, the same one in every edition.
 * @throws {UnsafeDestinationError} where a link must never be stored; nothing is returned then.
 */
export function analyseIssue(inputs: readonly EditionInput[], wishes: Wishes = {}): IssueStructure {
  const { editions, sections, links, spans, notices } = matchedEditions(inputs);
  const honeypot = wishes.honeypot === undefined ? null : honeypotIn(links, wishes.honeypot.site);
  return {
    title: editions.map(({ message }) => titleOf(message)).find((title) => title !== null) ?? null,
    hasPaywall: editions.some(({ edition, paywallAt }) => edition === 'cut' || paywallAt !== null),
    sections,
    links: honeypot === null ? links : [...links, honeypot],
    editions: editions.map((edition) => ({
      edition: edition.edition,
      html: edition.message.html,
      hrefs: spans.get(edition) ?? [],
      pixelAt: edition.message.pixelAt,
      honeypot: honeypot === null ? null : links.length,
      paywallAt: edition.paywallAt,
      amp: edition.message.amp,
    })),
    notices: distinct([
      ...editions.flatMap((edition) => edition.notices),
      ...notices,
      ...(wishes.honeypot !== undefined && honeypot === null ? [NO_HONEYPOT] : []),
    ]),
  };
}

const NO_HONEYPOT: Notice = {
  code: 'no_honeypot',
  message:
    'No link for machines was hidden in this issue: there is nowhere for it to lead. Give the publication a web site in its settings.',
};

/** The same thing is said once, in whichever edition it was found first. */
function distinct(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [`${notice.code} ${notice.message}`, notice])).values()];
}
