import { sharing } from './en/sharing.ts';
import { chosenLanguage, type Language } from './language.ts';
import type { SharingWords } from './shape.ts';

const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<SharingWords>>> = {
  es: async () => (await import('./es/sharing.ts')).sharing,
};

/** What is said around links without sign-in: fetched where one is made, listed or opened. */
export let sharingWords: SharingWords = sharing;

/** Fetches them in the chosen language, to be waited for before anything of it is drawn; English stands in, as elsewhere. */
export async function speakOfSharing(wanted: Language = chosenLanguage()): Promise<void> {
  if (wanted === 'en') return;
  try {
    sharingWords = await OTHERS[wanted]();
  } catch {
    // A lost connection, or files of a version that is no longer there: better in English than not at all.
  }
}
