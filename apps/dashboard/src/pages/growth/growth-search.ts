import type { CohortsView, FunnelPart } from '@readout/api-contract';

/** What is chosen on the pages of growth, as it stands in their addresses; what is usual is left out. */

export const FUNNEL_DAYS = [30, 90, 180, 365, 730] as const;
export const USUAL_FUNNEL_DAYS = 90;
/** Days after hitting the paywall in which a trial and a payment count. */
export const WINDOWS = [3, 7, 30, 90] as const;
export const USUAL_WINDOW = 30;
export const FUNNEL_BY = [
  'issue',
  'section',
  'offer',
  'audience',
  'country',
  'device',
  'source',
] as const satisfies readonly FunnelPart[];

export interface FunnelSearch {
  readonly days?: (typeof FUNNEL_DAYS)[number];
  readonly window?: (typeof WINDOWS)[number];
  readonly by?: FunnelPart;
}

/** Reads it from an address, which may hold anything. */
export function funnelSearch(search: Record<string, unknown>): FunnelSearch {
  const days = chosen(FUNNEL_DAYS, search['days'], USUAL_FUNNEL_DAYS);
  const window = chosen(WINDOWS, search['window'], USUAL_WINDOW);
  const by = chosen(FUNNEL_BY, search['by']);
  return {
    ...(days !== undefined && { days }),
    ...(window !== undefined && { window }),
    ...(by !== undefined && { by }),
  };
}

export const TRIAL_WEEKS = [8, 12, 26, 52] as const;
export const USUAL_TRIAL_WEEKS = 12;

export interface TrialsSearch {
  readonly weeks?: (typeof TRIAL_WEEKS)[number];
}

export function trialsSearch(search: Record<string, unknown>): TrialsSearch {
  const weeks = chosen(TRIAL_WEEKS, search['weeks'], USUAL_TRIAL_WEEKS);
  return { ...(weeks !== undefined && { weeks }) };
}

export const REVENUE_MONTHS = [6, 12, 24, 36] as const;
export const USUAL_REVENUE_MONTHS = 12;

export interface RevenueSearch {
  readonly months?: (typeof REVENUE_MONTHS)[number];
  /** Left out: the one with most subscriptions. */
  readonly currency?: string;
}

export function revenueSearch(search: Record<string, unknown>): RevenueSearch {
  const months = chosen(REVENUE_MONTHS, search['months'], USUAL_REVENUE_MONTHS);
  const { currency } = search;
  return {
    ...(months !== undefined && { months }),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && { currency }),
  };
}

export const COHORTS_BY = ['month', 'offer', 'issue'] as const satisfies readonly CohortsView['by'][];
export const USUAL_COHORTS = 'month';

export interface CohortsSearch {
  readonly by?: CohortsView['by'];
}

export function cohortsSearch(search: Record<string, unknown>): CohortsSearch {
  const by = chosen(COHORTS_BY, search['by'], USUAL_COHORTS);
  return { ...(by !== undefined && { by }) };
}

export const PAYWALL_DAYS = [90, 180, 365] as const;
export const USUAL_PAYWALL_DAYS = 180;

export interface PaywallSearch {
  readonly days?: (typeof PAYWALL_DAYS)[number];
}

export function paywallSearch(search: Record<string, unknown>): PaywallSearch {
  const days = chosen(PAYWALL_DAYS, search['days'], USUAL_PAYWALL_DAYS);
  return { ...(days !== undefined && { days }) };
}

export const ATTRIBUTION_DAYS = [30, 90, 180, 365, 730] as const;
export const USUAL_ATTRIBUTION_DAYS = 90;

export interface AttributionSearch {
  readonly days?: (typeof ATTRIBUTION_DAYS)[number];
}

export function attributionSearch(search: Record<string, unknown>): AttributionSearch {
  const days = chosen(ATTRIBUTION_DAYS, search['days'], USUAL_ATTRIBUTION_DAYS);
  return { ...(days !== undefined && { days }) };
}

/** What the text names, where that is one of them and not the usual one. */
function chosen<Value extends string | number>(
  all: readonly Value[],
  text: unknown,
  usual?: NoInfer<Value>,
): Value | undefined {
  const isText = typeof text === 'string' || typeof text === 'number';
  return all.find((one) => isText && String(one) === String(text) && one !== usual);
}
