import type { LinkMatch, ReportKind, ReportLanguage } from '@readout/api-contract';

export const KINDS: readonly ReportKind[] = ['issue', 'month', 'growth', 'sponsor'];
export const MATCHES: readonly LinkMatch[] = ['page', 'address', 'site'];
export const DAYS = [30, 90, 180, 365] as const;
export const LANGUAGES: readonly ReportLanguage[] = ['en', 'es'];
export const USUAL_DAYS = 90;

/** Which report is shown, as it stands in the address; left out: the newest of what there is. */
export interface ReportsSearch {
  readonly kind?: ReportKind;
  readonly issue?: string;
  /** As `2026-03`. */
  readonly month?: string;
  readonly link?: string;
  readonly match?: LinkMatch;
  readonly days?: (typeof DAYS)[number];
  readonly language?: ReportLanguage;
}

/** Reads it from an address, which may hold anything. */
export function reportsSearch(search: Record<string, unknown>): ReportsSearch {
  const kind = KINDS.find((one) => one === search['kind']);
  const match = MATCHES.find((one) => one === search['match']);
  const days = DAYS.find((one) => one === Number(search['days']));
  const language = LANGUAGES.find((one) => one === search['language']);
  const { issue, month, link } = search;
  return {
    ...(kind !== undefined && { kind }),
    ...(typeof issue === 'string' && issue !== '' && { issue }),
    ...(typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) && { month }),
    ...(typeof link === 'string' && link !== '' && { link }),
    ...(match !== undefined && { match }),
    ...(days !== undefined && { days }),
    ...(language !== undefined && { language }),
  };
}

/** The month of a moment and those before it, newest first, as `2026-03`. */
export function monthsBefore(now: Date, count: number): readonly string[] {
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1)).toISOString().slice(0, 7),
  );
}
