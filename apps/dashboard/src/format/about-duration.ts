/** A time as one says it: `isAbout` where it was rounded by more than a hundredth. */
export interface SpokenDuration {
  readonly text: string;
  readonly isAbout: boolean;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;
/** Below two of a unit half of one matters: 36 hours say more than 2 days. Except close to the one. */
const NEAR_ONE = 0.05;
const EXACT = 0.01;

/**
 * Milliseconds in whole numbers of the unit in which they are easiest to say: 252,000 → "4 minutes", about.
 * @param locale BCP 47; undefined is the browser's own.
 * @returns null below half a second: that is at once, which is another word
 */
export function aboutDurationFormat(locale?: string): (ms: number) => SpokenDuration | null {
  const formats = UNITS.map(
    ([unit]) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: 0,
        useGrouping: 'always',
      }),
  );
  return (ms) => {
    if (ms < 500) return null;
    const last = UNITS.length - 1;
    const found = UNITS.findIndex(([, size]) => ms / size >= 2 || Math.abs(ms / size - 1) <= NEAR_ONE);
    const at = found < 0 ? last : found;
    const exact = ms / (UNITS[at]?.[1] ?? 1_000);
    const count = Math.max(1, Math.round(exact));
    return { text: formats[at]?.format(count) ?? '', isAbout: Math.abs(exact - count) / count > EXACT };
  };
}
