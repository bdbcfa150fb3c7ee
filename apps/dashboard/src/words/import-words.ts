import { importPages } from './en/import-pages.ts';
import { chosenLanguage, type Language } from './language.ts';
import type { ImportWords } from './shape.ts';

const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<ImportWords>>> = {
  es: async () => (await import('./es/import-pages.ts')).importPages,
};

/** What the pages of bringing history in say: fetched with these pages, which few days begin with. */
export let importWords: ImportWords = importPages;

/** Fetches them in the chosen language, to be waited for before such a page is drawn; English stands in, as elsewhere. */
export async function speakOfImports(wanted: Language = chosenLanguage()): Promise<void> {
  if (wanted === 'en') return;
  try {
    importWords = await OTHERS[wanted]();
  } catch {
    // A lost connection, or files of a version that is no longer there: better in English than not at all.
  }
}
