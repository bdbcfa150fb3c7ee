import { growthPages } from './en/growth-pages.ts';
import { chosenLanguage, type Language } from './language.ts';
import type { GrowthWords } from './shape.ts';

const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<GrowthWords>>> = {
  es: async () => (await import('./es/growth-pages.ts')).growthPages,
};

/** What the pages of growth say. They are many words that few days begin with: they are fetched with these pages. */
export let growthWords: GrowthWords = growthPages;

/** Fetches them in the chosen language, to be waited for before a page of growth is drawn; English stands in, as elsewhere. */
export async function speakOfGrowth(wanted: Language = chosenLanguage()): Promise<void> {
  if (wanted === 'en') return;
  try {
    growthWords = await OTHERS[wanted]();
  } catch {
    // A lost connection, or files of a version that is no longer there: better in English than not at all.
  }
}
