import { describe, expect, test } from '@jest/globals';
import { moneyFormat } from './money.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('money', () => {
  test.each([
    ['EUR', 2, 431_250, '€4,312.50'],
    ['JPY', 0, 431_250, 'JP¥431,250'],
    ['KWD', 3, 1_234_567, 'KWD 1,234.567'],
    ['USD', 2, -5, '-US$0.05'],
    ['EUR', 2, 42.4, '€0.42'],
    ['EUR', 2, 0, '€0.00'],
    ['EUR', 2, -0.3, '€0.00'],
    ['XBTC', 2, 150, 'XBTC 1.50'],
  ])('of %s with %d digits: %d is written "%s"', (currency, digits, amount, written) => {
    expect(plain(moneyFormat({ currency, digits }, 'en-GB').exact(amount))).toBe(written);
  });

  test('follows the locale', () => {
    expect(plain(moneyFormat({ currency: 'EUR', digits: 2 }, 'es-ES').exact(482_750))).toBe('4.827,50 €');
  });

  test('a change has its sign, and none where there is none', () => {
    const { signed } = moneyFormat({ currency: 'EUR', digits: 2 }, 'en-GB');
    expect([12_000, -50, 0, 0.2].map(signed)).toEqual(['+€120.00', '-€0.50', '€0.00', '€0.00']);
  });

  test('is short on an axis', () => {
    const { short } = moneyFormat({ currency: 'EUR', digits: 2 }, 'en-US');
    expect([0, 1_250_000, 50].map(short)).toEqual(['0', '12.5K', '0.5']);
  });
});
