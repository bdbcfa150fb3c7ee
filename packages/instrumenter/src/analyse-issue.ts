import { matchLinks } from './match-links.ts';
import { matchSections } from './match-sections.ts';
import { readEdition } from './read-edition.ts';
import { titleOf } from './sections.ts';
import type { EditionInput, IssueStructure, Notice } from './structure.ts';

/**
 * Takes an issue apart: its title, its sections and its links, matched across its editions.
 *
 * Left alone, and so not among the links: `mailto:` and `tel:`, anchors within the message, links to unsubscribe,
 * links that a mail system fills in for each reader, and whatever is no web address; where the author may not
 * expect that, a notice says so.
 * @throws {UnsafeDestinationError} where a link must never be stored; nothing is returned then.
 */
export function analyseIssue(inputs: readonly EditionInput[]): IssueStructure {
  const editions = inputs.map(readEdition);
  const whole = editions.find(({ edition }) => edition === 'whole');
  const cut = editions.find(({ edition }) => edition === 'cut');
  const { sections, places, notices } = matchSections(whole, cut);
  const { links, spans } = matchLinks(whole, cut, places);
  return {
    title: editions.map(({ message }) => titleOf(message)).find((title) => title !== null) ?? null,
    hasPaywall: cut !== undefined || editions.some(({ paywallAt }) => paywallAt !== null),
    sections,
    links,
    editions: editions.map((edition) => ({
      edition: edition.edition,
      html: edition.message.html,
      hrefs: spans.get(edition) ?? [],
      pixelAt: edition.message.pixelAt,
      paywallAt: edition.paywallAt,
      amp: edition.message.amp,
    })),
    notices: distinct([...editions.flatMap((edition) => edition.notices), ...notices]),
  };
}

/** The same thing is said once, in whichever edition it was found first. */
function distinct(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [`${notice.code} ${notice.message}`, notice])).values()];
}
