import { chooseLanguage, type Language } from '../words/language.ts';
import { words } from '../words/words.ts';
import { complain } from './undo.tsx';

/** Shows the interface in another language, or says why it can't. */
export function changeLanguage(language: Language): void {
  if (!chooseLanguage(language)) complain(new Error(words.settings.languageNotKept));
}
