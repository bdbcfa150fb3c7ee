import { describe, expect, test } from '@jest/globals';
import { endOfScale, heatmap, type NamedContrast, toldApart } from './subjects.ts';

const contrast = (name: string, estimate: number, says: NamedContrast['says']): NamedContrast => ({
  name,
  issues: 9,
  openRate: { mean: 0.4, low: 0.38, high: 0.42 },
  difference: says === 'few' ? null : { estimate, low: estimate - 0.01, high: estimate + 0.01 },
  pValue: says === 'few' ? null : 0.5,
  adjusted: says === 'few' ? null : 0.5,
  says,
});

describe('what subjects and times show', () => {
  test('is only what can be told apart from chance, the largest first', () => {
    const all = [
      contrast('a', 0.02, 'more'),
      contrast('b', 0.3, 'chance'),
      contrast('c', -0.05, 'less'),
      contrast('d', 0, 'few'),
    ];
    expect(toldApart(all).map(({ name }) => name)).toEqual(['c', 'a']);
  });

  test('is drawn on one scale that holds every range', () => {
    expect(endOfScale([])).toBe(0.02);
    expect(endOfScale([contrast('a', 0.02, 'more')])).toBe(0.05);
    expect(endOfScale([contrast('a', 0.02, 'more'), contrast('b', -0.095, 'chance')])).toBe(0.2);
    expect(endOfScale([contrast('a', 3, 'more')])).toBe(1);
  });

  test('is a table of the hours that there are, shaded from the lowest rate to the highest', () => {
    const cells = [
      { weekday: 1, hour: 18, issues: 2, openRate: 0.5 },
      { weekday: 1, hour: 6, issues: 9, openRate: 0.4 },
      { weekday: 7, hour: 6, issues: 1, openRate: 0.3 },
    ];
    const { hours, at, shade } = heatmap(cells);
    expect(hours).toEqual([6, 18]);
    expect([at(1, 6), at(7, 18)]).toEqual([cells[1], null]);
    expect([0.3, 0.4, 0.5].map(shade).map((value) => value.toFixed(2))).toEqual(['0.00', '0.50', '1.00']);
    expect(heatmap(cells.slice(0, 1)).shade(0.5)).toBe(0.5);
  });
});
