import { TextDecoder } from 'node:util';

/**
 * What stands for 0x80 to 0x9f in Windows-1252; those that there are none for stay as they are (WHATWG Encoding, index
 * windows-1252).
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const C1 = /[\u0080-\u009f]/g;

/**
 * Reads bytes in a character set, as `TextDecoder` does. That of Node 20 reads Windows-1252 as ISO-8859-1 wherever all of
 * a text is decoded at once, so that curly quotes and dashes are lost; this one does not.
 */
export class CharacterDecoder {
  readonly #decoder: TextDecoder;

  /** @throws {RangeError} where the set is not known. */
  constructor(label: string, options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean } = {}) {
    this.#decoder = new TextDecoder(label, options);
  }

  /** @throws {TypeError} where `fatal` and the bytes are none of the set. */
  decode(bytes?: Uint8Array, options: { readonly stream?: boolean } = {}): string {
    const text = this.#decoder.decode(bytes, options);
    return this.#decoder.encoding === 'windows-1252' ? text.replace(C1, named) : text;
  }
}

function named(control: string): string {
  return WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control;
}
