import { plural } from './plural.ts';

export const usual = {
  /** A range as it stands in the sentences below; where both ends are the same they are given that alone. */
  span: (low: string, high: string) => `${low} to ${high}`,
  range: (span: string) => `usually ${span}`,
  rangeAfter: (span: string, age: string) => `usually ${span} after ${age}`,
  standing: { above: 'above the usual', within: 'as usual', below: 'below the usual' },
  /** Below the figures: what they are compared with. */
  compared: {
    everyone: (issues: number, shown: string) =>
      `Compared with ${plural(issues, `the last ${shown}`, 'issue', 'issues')} before it.`,
    paying: (issues: number, shown: string) =>
      `Compared with ${plural(issues, `the last ${shown}`, 'issue', 'issues')} before it to paying readers only.`,
  },
  tooFew: {
    everyone: 'What is usual is said once five issues have gone out before it.',
    paying: 'What is usual is said once five issues to paying readers only have gone out before it.',
  },
  ahead: {
    above: (span: string) => `Ahead of the usual: expected to end at ${span} readers`,
    within: (span: string) => `As usual so far: expected to end at ${span} readers`,
    below: (span: string) => `Behind the usual: expected to end at ${span} readers`,
  },
  growing: {
    above: (age: string) => `Ahead of the usual after ${age}`,
    within: (age: string) => `As usual after ${age}`,
    below: (age: string) => `Behind the usual after ${age}`,
  },
  done: {
    above: (readers: string, span: string) => `More readers than usual: ${readers}, usually ${span}`,
    within: (readers: string, span: string) => `As many readers as usual: ${readers}, usually ${span}`,
    below: (readers: string, span: string) => `Fewer readers than usual: ${readers}, usually ${span}`,
  },
  band: 'Usual',
  bandOf: (issues: string) => `grey: eight in ten of the last ${issues} issues`,
  expected: (span: string) => `expected in the end: ${span}`,
  forecast: 'How the end is foretold',
  low: 'Usual, low',
  median: 'Usual, middle',
  high: 'Usual, high',
};
