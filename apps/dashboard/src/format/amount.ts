import type { Currency } from './money.ts';

/** A currency with its decimal places, after ISO 4217 as the browser knows it: EUR has 2, JPY none, KWD 3. */
export function currencyOf(code: string): Currency {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
    return { currency: code, digits: format.resolvedOptions().maximumFractionDigits ?? 2 };
  } catch {
    // Not three letters: it is being typed.
    return { currency: code, digits: 2 };
  }
}

/**
 * An amount as people type it, in the smallest unit: "7.99" and "7,99" euros are 799. A dot and a comma both begin the
 * decimals, so thousands are not told apart by them; spaces are passed over.
 * @returns null where it is no amount of that currency, such as half a cent
 */
export function smallestUnits(typed: string, { digits }: Currency): number | null {
  const [, whole, decimals = ''] = /^(\d+)(?:[.,](\d*))?$/.exec(typed.replaceAll(/\s/g, '')) ?? [];
  if (whole === undefined || decimals.length > digits) return null;
  const amount = Number(whole + decimals.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** The same the other way round, to be typed over: 799 → "7.99", with the locale's decimal sign. */
export function typedAmount(amount: number, { digits }: Currency, locale?: string): string {
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false } as const;
  return new Intl.NumberFormat(locale, { ...places, numberingSystem: 'latn' }).format(amount / 10 ** digits);
}
