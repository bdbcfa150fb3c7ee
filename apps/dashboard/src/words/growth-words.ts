import { growthPages } from './en/growth-pages.ts';
import { fetchedWords, type OtherLanguages } from './fetched-words.ts';
import { chosenLanguage, type Language } from './language.ts';
import type { GrowthWords } from './shape.ts';

const OTHERS: OtherLanguages<GrowthWords> = {
  es: async () => (await import('./es/growth-pages.ts')).growthPages,
};

/** What the pages of growth say. They are many words that few days begin with: they are fetched with these pages. */
export let growthWords: GrowthWords = growthPages;

/** Fetches them in the chosen language, to be waited for before a page of growth is drawn; English stands in, as elsewhere. */
export async function speakOfGrowth(wanted: Language = chosenLanguage()): Promise<void> {
  growthWords = await fetchedWords(growthWords, wanted, OTHERS);
}
