import { CharacterDecoder } from '@readout/character-sets';

/** A text, and where each of its characters stands among the bytes that it was written in. */
export interface DecodedText {
  readonly text: string;
  /** @param at UTF-16 offset, up to the length. */
  readonly byteAt: (at: number) => number;
}

/** In these a `<` may be any bytes: nothing that is written as ASCII can be put in between. */
const NOT_LIKE_ASCII = /^(utf-?16|utf-?32|utf-?7|ucs-?[24]|unicode|iso-10646)/i;

/**
 * Reads a text in its character set, whichever it is of those that ASCII is a part of.
 * @param charset As the message names it; null: it does not, and UTF-8 is tried before Windows-1252.
 * @returns null where the set is not known, or not like ASCII.
 */
export function decodeText(bytes: Buffer, charset: string | null): DecodedText | null {
  if (charset !== null && NOT_LIKE_ASCII.test(charset.trim())) return null;
  if (charset === null || /^us-ascii$/i.test(charset.trim())) {
    return decodeAs(bytes, 'utf-8', true) ?? decodeAs(bytes, 'windows-1252', false);
  }
  return decodeAs(bytes, charset, false);
}

function decodeAs(bytes: Buffer, charset: string, fatal: boolean): DecodedText | null {
  let text: string;
  try {
    text = new CharacterDecoder(charset, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  // One character for each byte.
  if (text.length === bytes.length) return { text, byteAt: (at) => at };
  const isSoundUtf8 = Buffer.byteLength(text) === bytes.length && Buffer.from(text).equals(bytes);
  const places = isSoundUtf8 ? placesInUtf8(text) : placesByDecoding(bytes, charset, text.length);
  return places === null ? null : { text, byteAt: (at) => places[at] ?? bytes.length };
}

function placesInUtf8(text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1);
  let byte = 0;
  for (let at = 0; at < text.length; at++) {
    places[at] = byte;
    const unit = text.charCodeAt(at);
    // Each half of a pair stands for two of its four bytes.
    byte += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  places[text.length] = byte;
  return places;
}

/** For sets with several bytes a character: byte by byte, which takes about a microsecond each. */
function placesByDecoding(bytes: Buffer, charset: string, length: number): Uint32Array | null {
  const places = new Uint32Array(length + 1);
  const decoder = new TextDecoder(charset, { ignoreBOM: true });
  let count = 0;
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const isEnd = at === bytes.length;
    const piece = decoder.decode(isEnd ? undefined : bytes.subarray(at, at + 1), { stream: !isEnd });
    for (let unit = 0; unit < piece.length; unit++) {
      // What changes the set (ISO 2022) comes before a character, and is not a part of it.
      places[count++] = piece.charCodeAt(unit) < 0x80 && unit === piece.length - 1 ? Math.min(at, bytes.length) : start;
    }
    if (piece.length > 0) start = at + 1;
  }
  places[length] = bytes.length;
  return count === length ? places : null;
}
