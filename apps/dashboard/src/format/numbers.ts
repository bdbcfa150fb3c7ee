/** How figures are written, in the viewer's locale. */
export interface NumberFormats {
  /** 4211 → "4,211" */
  readonly count: (value: number) => string;
  /** 0.4372 → "43.7%"; null (nothing to divide by) → "–" */
  readonly rate: (value: number | null) => string;
  /** A relative change: 0.083 → "+8.3%" */
  readonly change: (value: number) => string;
  /** A difference with its sign: 412 → "+412" */
  readonly difference: (value: number) => string;
  /** A difference of two rates, in points: 0.012 → "+1.2" */
  readonly points: (value: number) => string;
  /** How far apart two rates are, in points, whichever is larger: -0.012 → "1.2" */
  readonly pointsApart: (value: number) => string;
  /** How many times as much: 4.2 → "4.2", 12.3 → "12" */
  readonly times: (value: number) => string;
  /** Bytes of a file or a disk: 81920 → "82 kB" */
  readonly bytes: (value: number) => string;
}

/** What stands where a figure has no denominator. */
const NO_FIGURE = '–';
/** Spanish would write 4827 above 19.557: in a column thousands are told apart in both. */
const GROUPED = { useGrouping: 'always' } as const;

/** @param locale BCP 47; undefined is the browser's own. */
export function numberFormats(locale?: string): NumberFormats {
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, ...GROUPED });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const change = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    ...GROUPED,
    signDisplay: 'exceptZero',
  });
  const points = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    ...GROUPED,
    signDisplay: 'exceptZero',
  });
  const exactTenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, ...GROUPED });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, ...GROUPED, signDisplay: 'exceptZero' });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, ...GROUPED });
  const unit = (name: string, unitDisplay: 'long' | 'short') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1 });
  // The short form of a byte has no plural in English (“979 byte”).
  const [byte, kilobyte] = [unit('byte', 'long'), unit('kilobyte', 'short')];
  const [megabyte, gigabyte] = [unit('megabyte', 'short'), unit('gigabyte', 'short')];
  return {
    count: (value) => count.format(value),
    rate: (value) => (value === null ? NO_FIGURE : percent.format(value)),
    change: (value) => change.format(value),
    difference: (value) => signed.format(value),
    points: (value) => points.format(value * 100),
    pointsApart: (value) => exactTenths.format(Math.abs(value) * 100),
    times: (value) => (value < 10 ? tenths : count).format(value),
    bytes: (value) => {
      if (value < 1000) return byte.format(value);
      if (value < 1_000_000) return kilobyte.format(Math.round(value / 1000));
      return value < 1_000_000_000 ? megabyte.format(value / 1_000_000) : gigabyte.format(value / 1_000_000_000);
    },
  };
}

/** part ÷ whole, or null where there is no whole. */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
