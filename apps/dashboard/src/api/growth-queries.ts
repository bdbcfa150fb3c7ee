import type { AttributionSettings, CohortsView, FunnelPart } from '@readout/api-contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { slowKey } from './readership-queries.ts';

/** One view of growth. It is made of many issues and months, and follows them at a long distance. */
const growthQuery = <View>(
  publication: string,
  name: string,
  asked: Readonly<Record<string, unknown>>,
  ask: (signal: AbortSignal) => Promise<View>,
) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'growth', name, asked],
    queryFn: ({ signal }) => ask(signal),
    // While another choice is on its way, the page stays as it is.
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** @param by null: not taken apart */
export const funnelQuery = (publication: string, days: number, windowDays: number, by: FunnelPart | null) => {
  const query = { days, windowDays, ...(by !== null && { by }) };
  return growthQuery(publication, 'funnel', query, (signal) =>
    api.get('/api/v1/publications/{publication}/growth/funnel', { path: { publication }, query, signal }),
  );
};

export const trialsQuery = (publication: string, weeks: number) =>
  growthQuery(publication, 'trials', { weeks }, (signal) =>
    api.get('/api/v1/publications/{publication}/growth/trials', { path: { publication }, query: { weeks }, signal }),
  );

export const revenueQuery = (publication: string, months: number) =>
  growthQuery(publication, 'revenue', { months }, (signal) =>
    api.get('/api/v1/publications/{publication}/growth/revenue', { path: { publication }, query: { months }, signal }),
  );

export const cohortsQuery = (publication: string, by: CohortsView['by']) =>
  growthQuery(publication, 'cohorts', { by }, (signal) =>
    api.get('/api/v1/publications/{publication}/growth/cohorts', { path: { publication }, query: { by }, signal }),
  );

export const paywallPositionsQuery = (publication: string, days: number) =>
  growthQuery(publication, 'paywall', { days }, (signal) =>
    api.get('/api/v1/publications/{publication}/growth/paywall', { path: { publication }, query: { days }, signal }),
  );

export const attributionQuery = (publication: string, days: number) =>
  growthQuery(publication, 'attribution', { days }, (signal) =>
    api.get('/api/v1/publications/{publication}/growth/attribution', {
      path: { publication },
      query: { days },
      signal,
    }),
  );

export const attributionSettingsQuery = (publication: string) =>
  queryOptions({
    queryKey: ['attribution settings', publication],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/growth/attribution/settings', { path: { publication }, signal }),
  });

export const saveAttributionSettings = (publication: string, settings: AttributionSettings) =>
  api.put('/api/v1/publications/{publication}/growth/attribution/settings', { path: { publication }, body: settings });
