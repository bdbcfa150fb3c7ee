import { plural } from './plural.ts';

/** What all pages of growth share. */
export const growth = {
  pages: 'Pages of growth',
  tabs: {
    funnel: 'Funnel',
    trials: 'Trials',
    revenue: 'Revenue',
    paywall: 'Paywall',
    cohorts: 'Cohorts',
    attribution: 'Attribution',
    experiments: 'Offers & experiments',
  },
  stretch: 'Stretch of time',
  days: { 30: '30 days', 90: '90 days', 180: '180 days', 365: 'A year', 730: '2 years' },
  toBilling: 'Connect billing',
  /** Of those who did it: "104 of 120". */
  of: (some: string, all: string) => `${some} of ${all}`,
  share: 'Share',
  more: (count: number, shown: string) => plural(count, `${shown} more`, 'is left out.', 'are left out.'),
  notKnown: 'Not known',
  csvLow: (figure: string) => `${figure}, low end of the range`,
  csvHigh: (figure: string) => `${figure}, high end of the range`,
};
