/** A term as a page calls it, and what the page says that it means. */
export interface ShownDefinition {
  readonly term: string;
  readonly says: string;
}

/** What `Explained` marks its explanation with. */
export const EXPLANATION = 'data-explanation';

/** The terms that the section around an element explains, each once; without a section the whole page's. */
export function shownDefinitions(around: Element): readonly ShownDefinition[] {
  const section = around.closest('section, main') ?? around.ownerDocument.body;
  const found = new Map<string, string>();
  for (const explanation of section.querySelectorAll(`[${EXPLANATION}]`)) {
    const term = [...(explanation.parentElement?.childNodes ?? [])]
      .filter((node) => node !== explanation)
      .map(({ textContent }) => textContent ?? '')
      .join('')
      .trim();
    if (term !== '' && !found.has(term)) found.set(term, explanation.textContent ?? '');
  }
  return [...found].map(([term, says]) => ({ term, says }));
}
