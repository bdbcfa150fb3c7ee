import { expect, test } from '@jest/globals';
import { gaussLegendre } from './gauss-legendre.ts';

test.each([2, 5, 14, 40])('%d points integrate every power below twice their number exactly', (count) => {
  const nodes = gaussLegendre(count);
  for (let power = 0; power < 2 * count; power++) {
    const found = nodes.reduce((sum, { at, weight }) => sum + weight * at ** power, 0);
    expect(found).toBeCloseTo(power % 2 === 0 ? 2 / (power + 1) : 0, 12);
  }
});

test('three points are those of the tables', () => {
  // Abramowitz & Stegun, table 25.4.
  expect(gaussLegendre(3)).toEqual([
    { at: expect.closeTo(0.774_596_669_241_483, 14), weight: expect.closeTo(5 / 9, 14) },
    { at: expect.closeTo(0, 14), weight: expect.closeTo(8 / 9, 14) },
    { at: expect.closeTo(-0.774_596_669_241_483, 14), weight: expect.closeTo(5 / 9, 14) },
  ]);
});
