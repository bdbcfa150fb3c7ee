/** Names of time zones that may be chosen; a browser may understand more of them. */
export const TIME_ZONES: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].sort();

/** The IANA time zone that somebody typed, however it is capitalised and spaced, or null where there is none. */
export function timeZoneNamed(text: string): string | null {
  const name = text.trim().replaceAll(' ', '_');
  const listed = TIME_ZONES.find((one) => one.toLowerCase() === name.toLowerCase());
  return listed ?? (isTimeZone(name) ? name : null);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // A RangeError is how Intl says that it knows no such zone.
    return false;
  }
}
