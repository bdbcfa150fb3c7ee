import { plural } from './plural.ts';

export const growthCohorts = {
  title: 'Who stays',
  says: 'How many of those who began to pay still pay, month after month since their first payment.',
  loadFailed: 'The cohorts could not be loaded.',
  by: 'Cohorts by',
  bys: { month: 'Month', offer: 'Offer', issue: 'Issue' },
  finding: (rate: string, months: number, shown: string) =>
    `${rate} still pay after ${plural(months, shown, 'month', 'months')}`,
  findingFew: 'Too few have paid long enough to say who stays',
  few: 'Fewer than 20 have paid: each of them moves the curve a lot.',
  chart: 'Still paying, by months since the first payment',
  unit: 'of those who began to pay, with 95 % band',
  band: '95 % band',
  month: 'Month',
  monthOf: (month: string) => `Month ${month}`,
  rate: 'Still pay',
  low: 'Low end',
  high: 'High end',
  of: 'Have come so far, or left before',
  triangle: 'Cohort by cohort',
  triangleSays: 'Each number is the share that still pays, in %. Pale ones rest on fewer than 10.',
  heads: { month: 'First payment', offer: 'Offer', issue: 'Issue' },
  payers: 'Payers',
  cell: (cohort: string, months: number, shown: string, rate: string, span: string, of: string) =>
    `${cohort}, after ${plural(months, shown, 'month', 'months')}: ${rate} still pay (${span}), of ${of}.`,
  noCell: 'Point at a number, or go there with the arrow keys, for its range and for how many it rests on.',
  unknown: { month: 'Not known', offer: 'No offer', issue: 'No issue known' },
  causeSays: {
    month: '',
    offer: 'Readers chose their offer themselves: what differs may be the readers, not the offer.',
    issue: 'Which issue led there is attributed by the last touch. Single issues mostly bring too few to compare.',
  },
  csv: { triangle: 'Cohorts', cohort: 'Cohort', of: 'Over' },
  emptyTitle: 'Nobody is known to have paid yet',
  empty:
    'Payments come from your billing system (docs/billing.md). A month after the first one, this page shows how many stay, by the month in which they began, by offer and by issue.',
};
