import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The weights that a report is set in. */
export type Weight = 'regular' | 'strong';
type Script = 'latin' | 'hebrew' | 'arabic' | 'emoji';

const here = createRequire(import.meta.url);

/**
 * Font files by what they can write: one family, whose figures are all of one width, and emoji. IBM Plex Sans has Latin,
 * Greek and Cyrillic. All of them are under the SIL Open Font License.
 */
const FILES: Readonly<Record<`${Script}-${Weight}`, string>> = {
  'latin-regular': 'ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
  'latin-strong': 'ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf',
  'hebrew-regular': 'ibm-plex-sans-hebrew/400Regular/IBMPlexSansHebrew_400Regular.ttf',
  'hebrew-strong': 'ibm-plex-sans-hebrew/600SemiBold/IBMPlexSansHebrew_600SemiBold.ttf',
  'arabic-regular': 'ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  'arabic-strong': 'ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf',
  'emoji-regular': 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  'emoji-strong': 'noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf',
};

/** A font file by name. */
export type Face = keyof typeof FILES;

export function faceOf(script: Script, weight: Weight): Face {
  return `${script}-${weight}`;
}

const files = new Map<Face, Buffer>();

/** The file of a font, read once in a process. */
export function fileOf(face: Face): Buffer {
  const known = files.get(face);
  if (known !== undefined) return known;
  const read = readFileSync(here.resolve(`@expo-google-fonts/${FILES[face]}`));
  files.set(face, read);
  return read;
}

const HEBREW = /\p{Script=Hebrew}/u;
const ARABIC = /\p{Script=Arabic}/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u;
/** Not written as emoji although they may be emoji as well: they are signs of running text. */
const SIGNS = /[©®™↔↕]/;
/** What belongs to the character before it: joiners, marks, the choice of how an emoji looks. */
const ATTACHED = /\u200c|\u200d|\ufe0e|\ufe0f|\u20e3|\p{Mn}/u;
/** What any face has: it goes with what it stands in. */
const NEUTRAL = /[\p{P}\p{Zs}\p{N}]/u;

/** Who writes a character; null: whoever writes its neighbours. */
export function scriptOf(character: string): Script | null {
  if (ATTACHED.test(character)) return null;
  if (HEBREW.test(character)) return 'hebrew';
  if (ARABIC.test(character)) return 'arabic';
  if (EMOJI.test(character) && !SIGNS.test(character)) return 'emoji';
  return 'latin';
}

/** Whether a character may stay with right-to-left letters before it. */
export function isNeutral(character: string): boolean {
  return NEUTRAL.test(character);
}
