import { matchLinks } from './match-links.ts';
import { matchSections } from './match-sections.ts';
import { readEdition } from './read-edition.ts';
import type { EditionInput } from './structure.ts';

/**
 * An issue's editions, read, with what is one section and one link across them. Whoever looks at an issue again finds
 * them by their places here.
 * @throws {UnsafeDestinationError} where a link must never be stored.
 */
export function matchedEditions(inputs: readonly EditionInput[]) {
  const editions = inputs.map(readEdition);
  const whole = editions.find(({ edition }) => edition === 'whole');
  const cut = editions.find(({ edition }) => edition === 'cut');
  const { sections, places, notices } = matchSections(whole, cut);
  const { links, spans } = matchLinks(whole, cut, places);
  return { editions, sections, places, links, spans, notices };
}
