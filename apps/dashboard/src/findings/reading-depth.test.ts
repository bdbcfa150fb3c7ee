import { describe, expect, test } from '@jest/globals';
import type { IssueReading } from '@readout/api-contract';
import { halfWay, mostStop, stretchesOf } from './reading-depth.ts';

const SECTIONS = [
  { id: 'a', title: 'One' },
  { id: 'b', title: 'Two' },
  { id: 'c', title: 'Three' },
];

/** @param reached Of each place, the beginning first. */
function reading(...reached: readonly number[]): IssueReading {
  return {
    webReaders: reached[0] ?? 0,
    places: reached.map((some, at) => ({
      section: SECTIONS[at - 1]?.id ?? null,
      readers: some,
      reached: some,
      stopped: some - (reached[at + 1] ?? 0),
      hits: 0,
      wentOn: 0,
    })),
  };
}

describe('how far an issue was read', () => {
  test('falls from section to section along its side', () => {
    const places = {
      sections: [
        { id: 'a', top: 100 },
        { id: 'b', top: 300 },
      ],
      height: 500,
    };
    expect(stretchesOf(reading(100, 80, 40, 10), places)).toEqual([
      { top: 0, bottom: 100, reached: 100, share: 1 },
      { top: 100, bottom: 300, reached: 80, share: 0.8 },
      { top: 300, bottom: 500, reached: 40, share: 0.4 },
    ]);
    const atOnce = {
      sections: [
        { id: 'a', top: 0 },
        { id: 'other', top: 50 },
      ],
      height: 90,
    };
    expect(stretchesOf(reading(10, 5, 5, 5), atOnce)).toEqual([{ top: 0, bottom: 90, reached: 5, share: 0.5 }]);
    expect(stretchesOf(reading(0, 0, 0, 0), places).map(({ share }) => share)).toEqual([0, 0, 0]);
  });

  test('is told by the last section that half of them came to', () => {
    expect(halfWay(reading(100, 80, 50, 10), SECTIONS)).toEqual({ title: 'Two', share: 0.5 });
    expect(halfWay(reading(100, 30, 20, 10), SECTIONS)).toEqual({ title: 'One', share: 0.3 });
    expect(halfWay(reading(19, 19, 19, 19), SECTIONS)).toBeNull();
    expect(halfWay(reading(100), [])).toBeNull();
  });

  test('is told by where most of those who got there stop, the last section apart', () => {
    expect(mostStop(reading(100, 90, 40, 30), SECTIONS)).toEqual({ title: 'One', share: 50 / 90 });
    expect(mostStop(reading(100, 90, 85, 10), SECTIONS)).toEqual({ title: 'Two', share: 75 / 85 });
    expect(mostStop(reading(100, 19, 5, 1), SECTIONS)).toBeNull();
    expect(mostStop(reading(100, 90, 90, 90), SECTIONS)).toBeNull();
  });
});
