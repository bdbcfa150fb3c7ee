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
  single: 'Single readers',
  forbidden: {
    operator_forbids:
      'Readout shows groups of readers and never a list of persons. Whoever runs it can allow it to show single readers by a number (READOUT_ALLOW_READER_HISTORY=on), and you then choose it in the settings of the publication.',
    publication_forbids:
      'This publication shows groups of readers and never a list of persons. You can choose to see single readers, by a number, in its settings: read there what that means for them.',
  },
  singleSays:
    'By a number that means nothing elsewhere: Readout keeps no names and no addresses. What each of them did is theirs; look at it where they asked you to.',
  find: 'Find one by what your mail system calls them',
  findSays: 'Such as the address that an issue goes to. It is compared by its fingerprint, and not kept.',
  findIt: 'Find',
  notFound: 'No issue of this publication was sent to anybody of that name.',
  ofGroup: 'Group',
  all: 'All',
  reader: 'Reader',
  sentRead: 'Read',
  readOf: (read: string, sent: string) => `${read} of ${sent}`,
  lastRead: 'Last read',
  nothingRead: 'nothing in 90 days',
  noMembers: 'Nobody is in this group today.',
  moreMembers: 'Show more readers',
  listFailed: 'The readers could not be loaded.',
};
