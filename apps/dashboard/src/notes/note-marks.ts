import type { NoteView } from '@readout/api-contract';
import { shortened } from '../format/titles.ts';

/** A mark on a chart's axis, see charts/apex.tsx. */
export interface NoteMark {
  readonly x: number;
  readonly text: string;
  readonly before: boolean;
  readonly noteRow: number;
}

/** Rows of notes above each other; a note that finds no room has its line alone. */
const ROWS = 3;
/** Letters of a note that are shown; the whole stands in the list. */
const LONGEST = 32;
/** Behind this share of the axis there is no room to the right. */
const LATE = 0.75;

/**
 * Notes as the marks of a chart, so that no text lies on another.
 * @param placeOf where a note stands in units of the axis, which goes from 0 to `to`; null: nowhere on it
 * @param letters how many letters fit along the axis
 */
export function noteMarks(
  notes: readonly NoteView[],
  { placeOf, to, letters }: { placeOf: (note: NoteView) => number | null; to: number; letters: number },
): NoteMark[] {
  const ends = Array.from({ length: ROWS }, () => Number.NEGATIVE_INFINITY);
  return notes
    .flatMap((note) => {
      const x = placeOf(note);
      return x === null || x < 0 || x > to ? [] : [{ x, text: shortened(note.text.replaceAll(/\s+/g, ' '), LONGEST) }];
    })
    .toSorted((a, b) => a.x - b.x)
    .map(({ x, text }) => {
      const before = x > LATE * to;
      const width = ((text.length + 2) / letters) * to;
      const [from, end] = before ? [x - width, x] : [x, x + width];
      const row = ends.findIndex((one) => one <= from);
      if (row === -1) return { x, text: '', before, noteRow: 0 };
      ends[row] = end;
      return { x, text, before, noteRow: row };
    });
}
