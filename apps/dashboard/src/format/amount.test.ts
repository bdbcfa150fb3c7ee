import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { currencyOf, smallestUnits, typedAmount } from './amount.ts';

describe('an amount that is typed', () => {
  test.each([
    ['7.99', 'EUR', 799],
    ['7,99', 'EUR', 799],
    ['7,5', 'EUR', 750],
    ['8.', 'EUR', 800],
    [' 1 200 ', 'JPY', 1200],
    ['1.250', 'KWD', 1250],
    ['0', 'EUR', 0],
    ['7.995', 'EUR', null],
    ['7.5', 'JPY', null],
    ['1,200.00', 'EUR', null],
    ['-3', 'EUR', null],
    ['€8', 'EUR', null],
    ['', 'EUR', null],
    ['9'.repeat(20), 'EUR', null],
  ])('"%s" in %s is %s of its smallest unit', (typed, code, amount) => {
    expect(smallestUnits(typed, currencyOf(code))).toBe(amount);
  });

  test('reads back as it was written, in every locale and currency', () => {
    const locales = fc.constantFrom('en-GB', 'es-ES', 'de-CH', 'ar-EG');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        locales,
        (amount, code, locale) => {
          const currency = currencyOf(code);
          expect(smallestUnits(typedAmount(amount, currency, locale), currency)).toBe(amount);
        },
      ),
    );
  });

  test('what is no currency yet has two decimals, as most have', () => {
    expect(currencyOf('E')).toEqual({ currency: 'E', digits: 2 });
  });
});
