import { plural } from './plural.ts';

export const usual = {
  range: (low: string, high: string) => `usually ${low} to ${high}`,
  rangeAfter: (low: string, high: string, age: string) => `usually ${low} to ${high} after ${age}`,
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
    above: (low: string, high: string) => `Ahead of the usual: expected to end at ${low} to ${high} readers`,
    within: (low: string, high: string) => `As usual so far: expected to end at ${low} to ${high} readers`,
    below: (low: string, high: string) => `Behind the usual: expected to end at ${low} to ${high} readers`,
  },
  growing: {
    above: (age: string) => `Ahead of the usual after ${age}`,
    within: (age: string) => `As usual after ${age}`,
    below: (age: string) => `Behind the usual after ${age}`,
  },
  done: {
    above: (readers: string, low: string, high: string) =>
      `More readers than usual: ${readers}, usually ${low} to ${high}`,
    within: (readers: string, low: string, high: string) =>
      `As many readers as usual: ${readers}, usually ${low} to ${high}`,
    below: (readers: string, low: string, high: string) =>
      `Fewer readers than usual: ${readers}, usually ${low} to ${high}`,
  },
  band: 'Usual',
  bandOf: (issues: string) => `grey: eight in ten of the last ${issues} issues`,
  expected: (low: string, high: string) => `expected in the end: ${low} to ${high}`,
  forecast: 'How the end is foretold',
  low: 'Usual, low',
  median: 'Usual, middle',
  high: 'Usual, high',
};
