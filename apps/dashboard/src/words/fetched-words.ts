import type { Language } from './language.ts';

/** For each language but English, which is always there, how its words are fetched. */
export type OtherLanguages<Said> = Readonly<Record<Exclude<Language, 'en'>, () => Promise<Said>>>;

/**
 * Words that not every page needs, in the language that is wanted.
 * @param current stays where English is wanted, or where another language does not arrive
 */
export async function fetchedWords<Said>(current: Said, wanted: Language, others: OtherLanguages<Said>): Promise<Said> {
  if (wanted === 'en') return current;
  try {
    return await others[wanted]();
  } catch {
    // A lost connection, or files of a version that is no longer there: better in English than not at all.
    return current;
  }
}
