/**
 * How numbers, dates and names of countries are written: in the interface's language, as it is written where the viewer
 * is. A German who reads English gets “Tue, 14 Oct, 19:00” and “4.211” (en-DE): words in one language, figures as at
 * home. Where a browser knows the language but not how that region writes it, the language alone holds.
 *
 * @param language of the interface
 * @param wanted the browser's languages as BCP 47, the viewer's own first
 * @returns BCP 47
 */
export function viewerLocale(language: string, wanted: readonly string[]): string {
  const own = parsed(wanted[0] ?? '');
  if (own === null) return language;
  if (own.language === language) return own.toString();
  const { region } = own.maximize();
  return region === undefined ? language : `${language}-${region}`;
}

function parsed(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    // A RangeError is how Intl says that this is no tag.
    return null;
  }
}
