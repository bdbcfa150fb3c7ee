/**
 * Names countries by their ISO 3166-1 alpha-2 codes: DE → "Germany". A code that is none stays as it is.
 * @param locale BCP 47; undefined is the browser's own.
 */
export function countryNames(locale?: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}
