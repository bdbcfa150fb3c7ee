/** Shorter ones are copied anyway. */
const SHORTEST_PART = 13;

/**
 * The same text, without what it was cut out of: a part of a string keeps all of that string in memory, here a quarter of
 * a megabyte of a file for every address that is held.
 */
export function ownText(text: string): string {
  return text.length < SHORTEST_PART ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
