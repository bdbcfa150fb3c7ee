/** What a subject line has, in any language. Each has one of the lengths. In the order in which they are shown. */
export const SUBJECT_TRAITS = [
  'short',
  'medium',
  'long',
  'very_long',
  'question',
  'number',
  'colon',
  'emoji',
  'capitals',
] as const;
export type SubjectTrait = (typeof SUBJECT_TRAITS)[number];

/**
 * Widths up to which a subject is short, medium or long. Lists of mail on a telephone show some 30 to 40 letters, those
 * on a desk some 60 to 70.
 */
const SHORT = 30;
const MEDIUM = 50;
const LONG = 70;

/** Letters that are drawn twice as wide: Chinese, Japanese and Korean ones, and full-width forms. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
/** Latin, Spanish, Chinese, Arabic, Armenian, Ethiopic, Vai and doubled question marks. */
const QUESTION = /[?¿？؟՞፧꘏⁇⁈⁉‽⸮]/u;
/** Greek asks with what looks like a semicolon, at the end. */
const GREEK_QUESTION = /\p{Script=Greek}["'»”’)]*\s*[;\u037e]["'»”’)]*\s*$/u;
const NUMBER = /\p{N}/u;
/** Something, a colon, something else; no time of day, no score, no address. */
const COLON = /[\p{L}\p{M}\p{N}\p{P}]\s*[:：︰]\s*[^\s\p{N}/:：]|[\p{L}\p{M}]\s*[:：︰]\s*\S/u;
const ADDRESS = /\b[a-z][a-z\d+.-]*:\/\/\S*/giu;
/** Drawn as a picture by itself or because asked to (VS16), a flag, or a key. */
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\u{1f1e6}-\u{1f1ff}]{2}|[#*\d]\ufe0f?\u20e3/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a subject line has. Depends on no language and no direction of writing. */
export function subjectTraits(subject: string): ReadonlySet<SubjectTrait> {
  // What gives the direction of writing, and joins, is not seen.
  const text = subject.replaceAll(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u00ad\u200b\ufeff]/g, '').trim();
  const traits = new Set<SubjectTrait>([lengthOf(text)]);
  if (QUESTION.test(text) || GREEK_QUESTION.test(text)) traits.add('question');
  if (NUMBER.test(text)) traits.add('number');
  if (COLON.test(text.replaceAll(ADDRESS, ''))) traits.add('colon');
  if (EMOJI.test(text)) traits.add('emoji');
  if (beginsInCapitals(text)) traits.add('capitals');
  return traits;
}

function lengthOf(text: string): SubjectTrait {
  const width = widthOf(text);
  if (width <= SHORT) return 'short';
  if (width <= MEDIUM) return 'medium';
  return width <= LONG ? 'long' : 'very_long';
}

/** As many as letters are seen: one with its accents, or an emoji made of several, is one; wide ones are two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) || EMOJI.test(segment) ? 2 : 1;
  return width;
}

/** Whether the first word has two capitals at least and no small letter. Scripts without the two never do. */
function beginsInCapitals(text: string): boolean {
  const word = /[\p{L}\p{M}\p{N}'’.&-]*\p{L}[\p{L}\p{M}\p{N}'’.&-]*/u.exec(text)?.[0] ?? '';
  return (word.match(/\p{Lu}/gu) ?? []).length >= 2 && !/\p{Ll}/u.test(word.replace(/['’]s$/u, ''));
}
