/** Languages that the interface speaks, each named in itself. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_CODES: readonly Language[] = Object.keys(LANGUAGES).filter(isLanguage);

const KEY = 'readout-language';
const LANGUAGE_COOKIE = 'readout_language';

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}

/** The first of the viewer's languages that the interface speaks; English where there is none. */
export function preferredLanguage(wanted: readonly string[]): Language {
  const known = wanted.map((one) => one.toLowerCase().split('-')[0] ?? '').find(isLanguage);
  return known ?? 'en';
}

/** What was chosen in this browser, or else the browser's own. */
export function chosenLanguage(): Language {
  return kept() ?? preferredLanguage(globalThis.navigator?.languages ?? []);
}

/** Null where nothing was chosen. */
function kept(): Language | null {
  try {
    const text = globalThis.localStorage?.getItem(KEY) ?? '';
    return isLanguage(text) ? text : null;
  } catch {
    // Storage may be forbidden: then the browser's own language holds.
    return null;
  }
}

/**
 * Shows the interface in `language` from now on: the page is loaded again.
 * @returns false where the browser keeps nothing, so that nothing changes
 */
export function chooseLanguage(language: Language): boolean {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    return false;
  }
  // For the server, which draws the first page in it.
  // biome-ignore lint/suspicious/noDocumentCookie: browsers have the Cookie Store API over https alone
  document.cookie = `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  location.reload();
  return true;
}
