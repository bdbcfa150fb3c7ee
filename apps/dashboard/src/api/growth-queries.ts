import type {
  AttributionSettings,
  AttributionView,
  CohortsView,
  FunnelPart,
  FunnelView,
  PaywallPositionsView,
  RevenueView,
  TrialsView,
} from '@readout/api-contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { publicationPath, request } from './client.ts';
import { slowKey } from './readership-queries.ts';

const growthPath = (publication: string, name: string) => `${publicationPath(publication)}/growth/${name}`;

/** One view of growth. It is made of many issues and months, and follows them at a long distance. */
const growthQuery = <View>(publication: string, name: string, asked: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'growth', name, asked],
    queryFn: ({ signal }) =>
      request<View>('GET', `${growthPath(publication, name)}?${new URLSearchParams(asked)}`, undefined, signal),
    // While another choice is on its way, the page stays as it is.
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** @param by null: not taken apart */
export const funnelQuery = (publication: string, days: number, windowDays: number, by: FunnelPart | null) =>
  growthQuery<FunnelView>(publication, 'funnel', {
    days: String(days),
    windowDays: String(windowDays),
    ...(by !== null && { by }),
  });

export const trialsQuery = (publication: string, weeks: number) =>
  growthQuery<TrialsView>(publication, 'trials', { weeks: String(weeks) });

export const revenueQuery = (publication: string, months: number) =>
  growthQuery<RevenueView>(publication, 'revenue', { months: String(months) });

export const cohortsQuery = (publication: string, by: CohortsView['by']) =>
  growthQuery<CohortsView>(publication, 'cohorts', { by });

export const paywallPositionsQuery = (publication: string, days: number) =>
  growthQuery<PaywallPositionsView>(publication, 'paywall', { days: String(days) });

export const attributionQuery = (publication: string, days: number) =>
  growthQuery<AttributionView>(publication, 'attribution', { days: String(days) });

const attributionSettingsPath = (publication: string) => growthPath(publication, 'attribution/settings');

export const attributionSettingsQuery = (publication: string) =>
  queryOptions({
    queryKey: ['attribution settings', publication],
    queryFn: ({ signal }) =>
      request<AttributionSettings>('GET', attributionSettingsPath(publication), undefined, signal),
  });

export const saveAttributionSettings = (publication: string, settings: AttributionSettings) =>
  request<AttributionSettings>('PUT', attributionSettingsPath(publication), settings);
