import { sharing } from './en/sharing.ts';
import { fetchedWords, type OtherLanguages } from './fetched-words.ts';
import { chosenLanguage, type Language } from './language.ts';
import type { SharingWords } from './shape.ts';

const OTHERS: OtherLanguages<SharingWords> = {
  es: async () => (await import('./es/sharing.ts')).sharing,
};

/** What is said around links without sign-in: fetched where one is made, listed or opened. */
export let sharingWords: SharingWords = sharing;

/** Fetches them in the chosen language, to be waited for before anything of it is drawn; English stands in, as elsewhere. */
export async function speakOfSharing(wanted: Language = chosenLanguage()): Promise<void> {
  sharingWords = await fetchedWords(sharingWords, wanted, OTHERS);
}
