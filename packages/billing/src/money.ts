/** Whole francs, pesos, yen: https://docs.stripe.com/currencies#zero-decimal, and those that are so by ISO 4217. */
const WITHOUT_CENTS = new Set([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'UGX', 'VND', 'VUV'],
  ...['XAF', 'XOF', 'XPF'],
]);
/** A thousand of them make one. */
const IN_THOUSANDTHS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);
/** Have no smaller unit, but Stripe goes on writing two digits for one: 500 are five krónur. */
const WRITTEN_IN_HUNDREDTHS = new Set(['ISK', 'UGX']);

/** How many digits an amount of this currency (ISO 4217, in capitals) has behind the point. */
export function digitsOf(currency: string): 0 | 2 | 3 {
  if (WITHOUT_CENTS.has(currency)) return 0;
  return IN_THOUSANDTHS.has(currency) ? 3 : 2;
}

/** An amount as Stripe writes it, in the currency's smallest unit. Krónur and Ugandan shillings are rounded to whole ones. */
export function fromStripe(amount: number, currency: string): number {
  return Math.round(WRITTEN_IN_HUNDREDTHS.has(currency) ? amount / 100 : amount);
}

const DECIMAL = /^(\d{1,12})(?:\.(\d+))?$/;

/**
 * An amount as people write it (`9.50`), in the currency's smallest unit.
 * @returns null: it is no amount, or has more digits behind the point than the currency knows.
 */
export function fromDecimal(text: string, currency: string): number | null {
  const [found, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  const digits = digitsOf(currency);
  const kept = fraction.replace(/0+$/, '');
  if (found === undefined || kept.length > digits) return null;
  return Number(whole + kept.padEnd(digits, '0'));
}
