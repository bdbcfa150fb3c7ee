import { isUtf8 } from 'node:buffer';
import { CharacterDecoder } from '@readout/character-sets';

/** What a text file turned out to be written in. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * A file's bytes as text, piece by piece, without its mark of byte order and with line feeds alone at the ends of lines.
 * What is not UTF-8 is read as Windows-1252 from there on, which every byte is something in; `tell` hears of it.
 */
export async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  tell: (encoding: Exclude<Encoding, 'utf-8'>) => void,
): AsyncGenerator<string> {
  let other: CharacterDecoder | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let isBeginning = true;
  let endsInReturn = false;
  const switchTo = (encoding: Exclude<Encoding, 'utf-8'>) => {
    tell(encoding);
    other = new CharacterDecoder(encoding);
    return other;
  };
  const lines = (text: string, isLast: boolean) => {
    let whole = endsInReturn ? `\r${text}` : text;
    endsInReturn = !isLast && whole.endsWith('\r');
    if (endsInReturn) whole = whole.slice(0, -1);
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  };
  for await (const chunk of bytes) {
    let all = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (rest.length > 0) all = Buffer.concat([rest, all]);
    rest = Buffer.alloc(0);
    if (isBeginning && other === null) {
      if (all.length < 3) {
        rest = Buffer.from(all);
        continue;
      }
      isBeginning = false;
      const marked = markedAs(all);
      if (marked === 'utf-8') all = all.subarray(3);
      else if (marked !== null) switchTo(marked);
    }
    const known = other as CharacterDecoder | null;
    if (known !== null) {
      yield lines(known.decode(all, { stream: true }), false);
      continue;
    }
    const end = wholeCharacters(all);
    const body = all.subarray(0, end);
    if (isUtf8(body)) {
      rest = Buffer.from(all.subarray(end));
      yield lines(body.toString('utf8'), false);
    } else yield lines(switchTo('windows-1252').decode(all, { stream: true }), false);
  }
  const known = other as CharacterDecoder | null;
  if (known !== null) yield lines(known.decode(rest), true);
  else if (isUtf8(rest)) yield lines(rest.toString('utf8'), true);
  else yield lines(switchTo('windows-1252').decode(rest), true);
}

function markedAs(bytes: Buffer): Exclude<Encoding, 'windows-1252'> | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Where the last character that is all there ends: a chunk may end within one (RFC 3629). */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
