import { describe, expect, test } from '@jest/globals';
import { numberFormats, ratio } from './numbers.ts';

describe('figures', () => {
  test('follow the locale', () => {
    expect(numberFormats('en-GB').count(1234567)).toBe('1,234,567');
    expect(numberFormats('de-DE').count(1234567)).toBe('1.234.567');
    expect(numberFormats('en-GB').rate(0.4372)).toBe('43.7%');
  });

  test('of four digits line up with those of five', () => {
    expect([4827, 19_557].map(numberFormats('es-ES').count)).toEqual(['4.827', '19.557']);
  });

  test('a rate without a denominator is a dash, not a zero', () => {
    expect(numberFormats('en-GB').rate(null)).toBe('–');
    expect(ratio(0, 0)).toBeNull();
    expect(ratio(1, 4)).toBe(0.25);
  });

  test('how many times as much is said to a tenth, and large ones whole', () => {
    const { times } = numberFormats('en-GB');
    expect([4.2, 4.26, 3, 12.34].map(times)).toEqual(['4.2', '4.3', '3', '12']);
  });

  test('changes have their sign, and none where there is none', () => {
    const { change, points, pointsApart } = numberFormats('en-GB');
    expect([0.083, -0.5, 0].map(change)).toEqual(['+8.3%', '-50.0%', '0.0%']);
    expect([0.012, -0.004, 0].map(points)).toEqual(['+1.2', '-0.4', '0.0']);
    expect([0.012, -0.004].map(pointsApart)).toEqual(['1.2', '0.4']);
  });

  test('differences carry their sign', () => {
    const { difference, points } = numberFormats('en-GB');
    expect([412, -1169, 0].map(difference)).toEqual(['+412', '-1,169', '0']);
    expect([0.0213, -0.1, 0].map(points)).toEqual(['+2.1', '-10.0', '0.0']);
  });

  test.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [81_920, '82 kB'],
    [1_500_000, '1.5 MB'],
    [2_147_483_648, '2.1 GB'],
  ])('%d bytes are written %s', (bytes, text) => {
    expect(numberFormats('en-GB').bytes(bytes)).toBe(text);
  });
});
