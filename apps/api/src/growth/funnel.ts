import type { FunnelView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { sentIssues } from '../issues/sent-issues.ts';

const DAY_MS = 86_400_000;

/** The funnel over the issues that went out in the last so many days. */
export async function funnelOf(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  { id: publication }: Publication,
  { days, windowDays }: { readonly days: number; readonly windowDays: number },
): Promise<FunnelView> {
  const to = clock();
  const from = to - days * DAY_MS;
  const issues = (await sentIssues(catalog, publication, to, { from })).map(({ id }) => id);
  const people = await warehouse.funnel({ publication, issues, from, windowMs: windowDays * DAY_MS });
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    issues: issues.length,
    windowDays,
    steps: [
      { step: 'delivered', people: people.delivered, medianMs: null },
      { step: 'read', people: people.readers, medianMs: null },
      { step: 'paywall_hit', people: people.paywallHits, medianMs: null },
      { step: 'trial_started', people: people.trialsStarted, medianMs: null },
      { step: 'converted', people: people.converted, medianMs: null },
    ],
    stillPaying: [],
    parts: null,
  };
}
