const SPECIAL = /[\\\t\n\r\0\b\f']/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
  "'": "\\'",
};

/** A string as a field of ClickHouse's TabSeparated format. */
export function escapeTabSeparated(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

const DAY_MS = 86_400_000;
const TWO = Array.from({ length: 60 }, (_, at) => String(at).padStart(2, '0'));
let knownDay = Number.NaN;
let knownDate = '';

/**
 * UTC milliseconds as a DateTime64(3, 'UTC') is written. A bare number would be read as seconds or not by its length.
 * What is written together is mostly of the same day, which is therefore remembered.
 */
export function clickhouseTime(time: number): string {
  const day = Math.floor(time / DAY_MS);
  if (day !== knownDay) {
    knownDate = new Date(day * DAY_MS).toISOString().slice(0, 11);
    knownDay = day;
  }
  const rest = time - day * DAY_MS;
  const minutes = Math.floor(rest / 60_000);
  const milliseconds = rest % 60_000;
  const thousandths = String(1_000 + (milliseconds % 1_000)).slice(1);
  return `${knownDate}${TWO[Math.floor(minutes / 60)] ?? ''}:${TWO[minutes % 60] ?? ''}:${TWO[Math.floor(milliseconds / 1_000)] ?? ''}.${thousandths}`;
}
