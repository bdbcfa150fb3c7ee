import { plural } from './plural.ts';

export const subjects = {
  title: 'Subject and time',
  nav: 'Subjects',
  says: 'Whether the open rate hangs on what the subject line has, or on when an issue goes out. Mostly it does not, or nobody can tell: with few issues, chance alone makes large differences.',
  loadFailed: 'The comparison of subjects could not be loaded.',
  audience: 'Sent to',
  audiences: { everyone: 'Everyone', paying: 'Paying readers' },
  stretch: 'Stretch of time',
  ever: 'All',
  days: { 90: '90 days', 180: '180 days', 365: 'A year' },
  counted: (issues: number, shown: string, mean: string, low: string, high: string) =>
    plural(
      issues,
      shown,
      `issue is compared, with an open rate of ${mean} on average (${low} to ${high}).`,
      `issues are compared, with an open rate of ${mean} on average (${low} to ${high}).`,
    ),
  emptyTitle: 'Too few issues to compare',
  empty: (issues: number, shown: string, fewest: string) =>
    `${plural(issues, shown, 'issue', 'issues')} so far that went out at least two days ago to this audience, in this stretch of time. From ${fewest} on, this page compares their open rates by subject line, weekday and hour.`,
  findingNone: (compared: string) =>
    `Nothing about the subject or the time can be told apart from chance, of ${compared} things compared`,
  findingNothingCompared: 'The issues are too much alike to compare subjects or times',
  findingOne: (what: string, points: string) => `${what}: an open rate ${points}, more than chance explains`,
  findingSeveral: (told: string, compared: string) =>
    `${told} of ${compared} things compared make a difference that chance does not explain`,
  more: (points: string) => `${points} points higher`,
  less: (points: string) => `${points} points lower`,
  how: 'The line is where nine of ten such ranges hold the truth, the dot the best guess. Each is compared with the other issues of about the same time, so that a list that grows or ages is no trait of its subjects. Looking at many things at once makes some look striking by chance: what is told here is corrected for that.',
  nought: 'no difference',
  cause: 'A difference is no cause: what you write about decides what stands in the subject.',
  groups: { traits: 'Subject line', weekdays: 'Weekday', hours: 'Hour' },
  feature: 'Issues with',
  issues: 'Issues',
  openRate: 'Open rate',
  difference: 'Against the others',
  verdict: 'Chance?',
  noneWith: (names: string) => `No issue with: ${names}`,
  verdicts: { more: 'Higher', less: 'Lower', chance: 'May well be chance', few: 'Too few issues' },
  traits: {
    short: 'Up to 30 letters',
    medium: '31 to 50 letters',
    long: '51 to 70 letters',
    very_long: 'More than 70 letters',
    question: 'A question',
    number: 'A number',
    colon: 'A colon (“Name: more”)',
    emoji: 'An emoji',
    capitals: 'The first word in CAPITALS',
  },
  heading: 'Weekday and hour of sending',
  headingSays: (zone: string) =>
    `Mean open rate of the issues sent then, and how many they are. Hours are those of ${zone}. A cell of few issues says little.`,
  hour: 'Hour',
  inCell: (issues: number, shown: string) => plural(issues, shown, 'issue', 'issues'),
  csv: {
    pValue: 'p-value',
    adjusted: 'p-value, corrected',
    weekday: 'Weekday (1 is Monday)',
  },
};
