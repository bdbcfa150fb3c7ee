import { plural } from './plural.ts';

export const readers = {
  title: 'Readers',
  says: 'Who keeps reading, who is drifting away and who has stopped, by what was read in the last 30 days. Counted in groups: nobody stands here alone.',
  loadFailed: 'The groups of readers could not be loaded.',
  standing: 'Standing',
  everybody: 'Everybody',
  stretch: 'Stretch of time',
  weeks: (weeks: number) => `${weeks} weeks`,
  names: { new: 'New', engaged: 'Engaged', fading: 'Fading', dormant: 'Dormant', hidden: 'Hidden' },
  finding: (engaged: string, all: string, share: string) => `${engaged} of ${all} readers are engaged: ${share}`,
  findingOf: {
    free: (engaged: string, all: string, share: string) => `${engaged} of ${all} free readers are engaged: ${share}`,
    trial: (engaged: string, all: string, share: string) =>
      `${engaged} of ${all} readers on trial are engaged: ${share}`,
    premium: (engaged: string, all: string, share: string) =>
      `${engaged} of ${all} premium readers are engaged: ${share}`,
  },
  findingNobody: 'No issue went out to anybody here in these 30 days',
  few: 'Too few readers, or too few issues, to see a pattern in.',
  chart: 'Readers by group',
  perWeek: 'as a day began, once a week',
  day: 'Day',
  sum: 'All',
  issues: 'Issues counted',
  colours: 'What the colours mean',
  now: 'Today',
  nowSays: (issues: number, shown: string, day: string) =>
    plural(
      issues,
      shown,
      `issue counts today, ${day}: each from two days after it went out, when nearly everybody who reads it has.`,
      `issues count today, ${day}: each from two days after it went out, when nearly everybody who reads it has.`,
    ),
  group: 'Group',
  count: 'Readers',
  share: 'Share',
  change: 'Change in four weeks',
  noChange: 'no change',
  changeUnknown: '–',
  rules: {
    new: 'The first issue ever sent to them is one of these.',
    engaged: 'Read at least a quarter of the issues that were sent to them.',
    fading: 'Read less than that, but something in the last 90 days.',
    dormant: 'Read nothing in 90 days.',
    hidden: 'Their mail fetches issues by itself, read or not, so that nobody can tell. Never counted as dormant.',
  },
  byStanding: 'By standing',
  byStandingFinding: (most: string, mostShare: string, least: string, leastShare: string) =>
    `Engaged are ${mostShare} of ${most} readers and ${leastShare} of ${least}`,
  standingThen: 'Standing',
  unknownStanding: 'Not known',
  emptyTitle: 'No groups of readers yet',
  emptyNone:
    'Once issues have gone out for a month, this page shows how many readers are engaged, fading or dormant, week by week.',
  emptyUntil: (day: string) =>
    `From ${day} on this page shows how many readers are engaged, fading or dormant. It takes a month of issues to tell who is new from who was there before, and two days more for an issue to be read.`,
  untoldTitle: 'Groups cannot be told for this publication',
  untold: {
    readers_not_kept:
      'It does not keep who opened and clicked, so that nobody can be known again. This can be changed in its settings, for what comes from then on.',
    opens_not_kept:
      'It does not keep opens, so that most reading is not seen. This can be changed in its settings, for what comes from then on.',
    clicks_not_kept:
      'It does not keep clicks, so that readers whose mail shows no images are not seen. This can be changed in its settings, for what comes from then on.',
  },
  toSettings: 'Settings of the publication',
};
