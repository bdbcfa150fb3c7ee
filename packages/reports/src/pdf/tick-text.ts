import type { ReportFormat } from '@readout/api-contract';

/** A figure at an axis: with as few digits as it takes. */
export function tickText(value: number, { kind, currency }: ReportFormat, locale: string): string {
  const options: Intl.NumberFormatOptions = { maximumFractionDigits: kind === 'share' ? 1 : 2, useGrouping: true };
  if (kind === 'share') return new Intl.NumberFormat(locale, { ...options, style: 'percent' }).format(value);
  if (kind === 'money' && currency !== null) {
    return new Intl.NumberFormat(locale, { ...options, style: 'currency', currency, minimumFractionDigits: 0 }).format(
      value,
    );
  }
  return new Intl.NumberFormat(locale, options).format(value);
}
