import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apart, withLines } from './lines.ts';

describe('labels', () => {
  test.each([
    [
      [0, 100],
      [0, 100],
    ],
    [
      [10, 10],
      [3, 17],
    ],
    [
      [17, 3],
      [17, 3],
    ],
    [
      [0, 0, 0],
      [-14, 0, 14],
    ],
    [
      [0, 10, 100],
      [-2, 12, 100],
    ],
    [[], []],
  ])('that stand at %j go to %j', (places, expected) => {
    expect(apart(places, 14)).toEqual(expected);
  });

  test('are never nearer than their height, keep their order, and stay where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }), (places) => {
        const moved = apart(places, 14);
        for (const [one, first] of places.entries()) {
          for (const [other, second] of places.entries()) {
            if (one === other) continue;
            const [from, to] = [moved[one] ?? 0, moved[other] ?? 0];
            expect(Math.abs(from - to)).toBeGreaterThanOrEqual(14 - 1e-9);
            if (first < second) expect(from).toBeLessThan(to);
          }
        }
        const sorted = places.toSorted((a, b) => a - b);
        const roomy = sorted.every((place, at) => at === 0 || place - (sorted[at - 1] ?? 0) >= 14);
        if (roomy) expect(moved).toEqual(places);
      }),
    );
  });
});

test('a line without a point has no label, one that ends early has it there', () => {
  const lines = [
    {
      name: 'a',
      label: 'A',
      points: [
        { x: 1, y: 5 },
        { x: 2, y: null },
      ],
    },
    {
      name: 'b',
      label: 'B',
      points: [
        { x: 1, y: null },
        { x: 2, y: null },
      ],
    },
  ];
  const { annotations, series } = withLines({}, lines, {
    scheme: 'light',
    text: '#000',
    height: 300,
    room: 100,
    to: 48,
  });
  expect(annotations?.points).toMatchObject([{ x: 1, y: 5, label: { text: 'A' } }]);
  expect(series).toHaveLength(2);
});
