import type { TrialsView } from '@readout/api-contract';

/** Fewer ended trials than this are no basis for a rate. */
export const FEW_ENDED = 20;
/** And fewer of one week are not compared with all. */
const FEW_OF_WEEK = 10;

export const TRIAL_STATES = ['converted', 'running', 'pastDue', 'cancelled', 'expired'] as const;
export type TrialState = (typeof TRIAL_STATES)[number];
type Cohort = TrialsView['cohorts'][number];

/** How the trials of all cohorts stand; the states together are all that started. */
export function statesOf(cohorts: readonly Cohort[]): Record<TrialState, number> {
  const sum = (state: TrialState) => cohorts.reduce((all, cohort) => all + cohort[state], 0);
  return {
    converted: sum('converted'),
    running: sum('running'),
    pastDue: sum('pastDue'),
    cancelled: sum('cancelled'),
    expired: sum('expired'),
  };
}

/** Trials of which it is known how they ended. */
export function endedOf(cohorts: readonly Cohort[]): number {
  return cohorts.reduce((all, { converted, cancelled, expired }) => all + converted + cancelled + expired, 0);
}

export function isEmpty({ started, running, cohorts }: TrialsView): boolean {
  return started === 0 && running === 0 && cohorts.every((cohort) => cohort.started === 0);
}

/** What a week's rate says beside that of all: `none` where there is no rate to speak of. */
export type AgainstAll = 'higher' | 'lower' | 'same' | 'few' | 'none';

export function againstAll(cohort: Cohort, all: TrialsView['rate']): AgainstAll {
  if (cohort.started === 0 || all === null) return 'none';
  if (cohort.rate === null || endedOf([cohort]) < FEW_OF_WEEK) return 'few';
  if (cohort.rate.low > all.rate) return 'higher';
  return cohort.rate.high < all.rate ? 'lower' : 'same';
}
