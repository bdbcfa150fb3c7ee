import { importPages } from './en/import-pages.ts';
import { fetchedWords, type OtherLanguages } from './fetched-words.ts';
import { chosenLanguage, type Language } from './language.ts';
import type { ImportWords } from './shape.ts';

const OTHERS: OtherLanguages<ImportWords> = {
  es: async () => (await import('./es/import-pages.ts')).importPages,
};

/** What the pages of bringing history in say: fetched with these pages, which few days begin with. */
export let importWords: ImportWords = importPages;

/** Fetches them in the chosen language, to be waited for before such a page is drawn; English stands in, as elsewhere. */
export async function speakOfImports(wanted: Language = chosenLanguage()): Promise<void> {
  importWords = await fetchedWords(importWords, wanted, OTHERS);
}
