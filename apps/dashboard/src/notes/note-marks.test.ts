import { describe, expect, test } from '@jest/globals';
import type { NoteView } from '@readout/api-contract';
import fc from 'fast-check';
import { noteMarks } from './note-marks.ts';

const note = (text: string, hour = 0): NoteView => ({
  id: `${text}${hour}`,
  issue: null,
  at: new Date(hour * 3_600_000).toISOString(),
  text,
  createdAt: '2026-03-02T12:00:00Z',
});
const axis = { placeOf: ({ at }: NoteView) => Date.parse(at) / 3_600_000, to: 48, letters: 96 };

describe('notes on a chart', () => {
  test('stand where they belong, those beyond the axis nowhere', () => {
    const notes = [note('Strike', 20), note('Panel', 5), note('Before', -1), note('After', 49)];
    expect(noteMarks(notes, axis)).toEqual([
      { x: 5, text: 'Panel', before: false, noteRow: 0 },
      { x: 20, text: 'Strike', before: false, noteRow: 0 },
    ]);
    expect(noteMarks(notes, { ...axis, placeOf: () => null })).toEqual([]);
  });

  test('take the next row where one lies beside the other, and near the end stand left of their line', () => {
    const rows = noteMarks(
      [note('Panel', 5), note('Strike', 6), note('Storm', 7), note('Fog', 7.5), note('Late', 47)],
      axis,
    );
    expect(rows.map(({ text, noteRow, before }) => [text, noteRow, before])).toEqual([
      ['Panel', 0, false],
      ['Strike', 1, false],
      ['Storm', 2, false],
      ['', 0, false],
      ['Late', 0, true],
    ]);
  });

  test('are shortened to a line', () => {
    expect(noteMarks([note(`a\nb ${'x'.repeat(80)}`)], axis)[0]?.text).toBe(`a b ${'x'.repeat(27)}…`);
  });

  test('never lie on each other', () => {
    const some = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 1, max: 40 }))
        .map(([hour, length]) => note('n'.repeat(length), hour)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(some, (notes) => {
        const marks = noteMarks(notes, axis);
        expect(marks).toHaveLength(notes.length);
        const stretches = marks
          .filter(({ text }) => text !== '')
          .map(({ x, text, before, noteRow }) => {
            const width = text.length / 2;
            return { row: noteRow, from: before ? x - width : x, to: before ? x : x + width };
          });
        for (const [at, one] of stretches.entries()) {
          for (const other of stretches.slice(at + 1)) {
            expect(one.row === other.row && one.from < other.to && other.from < one.to).toBe(false);
          }
        }
      }),
    );
  });
});
