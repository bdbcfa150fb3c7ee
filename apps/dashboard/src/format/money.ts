/** A currency with the decimal places of its smallest unit, in which amounts are counted. */
export interface Currency {
  /** ISO 4217 */
  readonly currency: string;
  readonly digits: number;
}

/** How amounts of one currency are written; each is given in its smallest unit. */
export interface MoneyFormat {
  /** 431250 cents → "€4,312.50" */
  readonly exact: (amount: number) => string;
  /** 12000 → "+€120.00" */
  readonly signed: (amount: number) => string;
  /** For an axis that says elsewhere of which currency it is: 1250000 → "12.5K" */
  readonly short: (amount: number) => string;
}

/** Spanish would write 4827 above 19.557: in a column thousands are told apart in both. */
const GROUPED = { useGrouping: 'always' } as const;

/** @param locale BCP 47; undefined is the browser's own. A code that is none stands before the number as it is. */
export function moneyFormat({ currency, digits }: Currency, locale?: string): MoneyFormat {
  const unit = 10 ** digits;
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits, ...GROUPED };
  const make = (options: Intl.NumberFormatOptions): ((amount: number) => string) => {
    const code = isCurrency(currency);
    const format = new Intl.NumberFormat(locale, {
      ...places,
      ...options,
      ...(code && { style: 'currency', currency }),
    });
    // A rounding to nothing has no sign: a loss of 0.00 would be asked about.
    return (amount) => `${code ? '' : `${currency} `}${format.format(Math.round(amount) / unit || 0)}`;
  };
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  return {
    exact: make({}),
    signed: make({ signDisplay: 'exceptZero' }),
    short: (amount) => compact.format(amount / unit || 0),
  };
}

/** Intl takes every three letters for a currency, and throws at anything else. */
function isCurrency(code: string): boolean {
  return /^[A-Za-z]{3}$/.test(code);
}
