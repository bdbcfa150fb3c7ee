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

/** UTC milliseconds as a DateTime64(3, 'UTC') is written. A bare number would be read as seconds or not by its length. */
export function clickhouseTime(time: number): string {
  return new Date(time).toISOString().slice(0, 23);
}
