import { en } from './en/index.ts';
import { chosenLanguage, type Language } from './language.ts';
import type { Words } from './shape.ts';

export type { DefinitionName } from './shape.ts';

/** English is always there; another language is a file of its own, fetched by those who read it. */
const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>> = {
  es: async () => (await import('./es/index.ts')).es,
};

/**
 * The words in use: English until `speak` has done. Nothing that is loaded before the first page may take any while it
 * is evaluated, so everything takes them when it draws.
 */
export let words: Words = en;

/**
 * Fetches the words of the chosen language, to be waited for before anything is drawn.
 * Not by an await at the top of this file: all that speaks would wait there, and the bundler would cut the first load
 * into thirty files.
 * @returns the language that the interface speaks now: English where another did not arrive
 */
export async function speak(wanted: Language = chosenLanguage()): Promise<Language> {
  try {
    speakWith(await wordsOf(wanted));
    return wanted;
  } catch {
    // A lost connection, or files of a version that is no longer there: better in English than not at all.
    return 'en';
  }
}

export async function wordsOf(language: Language): Promise<Words> {
  return language === 'en' ? en : OTHERS[language]();
}

/** Takes other words at once: for the server, which draws for one viewer after the other. */
export function speakWith(others: Words): void {
  words = others;
}
