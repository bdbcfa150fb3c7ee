import { words } from '../words/words.ts';

/** Letters that show nothing: the fillers of Hangul, and Braille without dots. */
const BLANK = /[\p{C}\p{Z}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/gu;

/** Whether there is anything to see in a title: one of spaces and marks alone would be a link that nobody finds. */
export function isVisible(title: string): boolean {
  return title.replaceAll(BLANK, '') !== '';
}

/** A title, or words in its place where there is nothing to see in it. */
export function shownTitle(title: string): string {
  return isVisible(title) ? title : words.issuesTable.untitled;
}

/** A title in a few characters, each whole, whichever way it is written. @param most characters as readers see them */
export function shortened(title: string, most: number): string {
  const seen = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(title)];
  if (seen.length <= most) return title;
  const kept = seen.slice(0, most - 1).map(({ segment }) => segment);
  return `${kept.join('').trimEnd()}…`;
}
