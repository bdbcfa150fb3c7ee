import { plural } from './plural.ts';

export const home = {
  title: 'Home',
  newIssue: 'New issue',
  emptyTitle: 'No issue has gone out yet',
  empty:
    'Create one: paste the HTML of what you are about to send, get it back with a pixel and tracked links, send it. From then on this page shows how the last issue did, what the last days brought, and what needs your attention.',
  emptyWaiting: 'An issue is ready. As soon as it has gone out, this page shows how it does.',
  toIssues: 'See the issues',
  create: 'Create an issue',
  bringHistory: 'Bring your history',

  last: {
    label: 'Last issue',
    sent: (when: string) => `sent ${when}`,
    readers: 'readers',
    readersOf: (delivered: string) => `of ${delivered} delivered`,
    openRate: 'open rate',
    clickers: 'clickers',
    firstTwoDays: 'New readers by hour, first 48 hours',
    failed: 'The last issue could not be loaded.',
  },

  attention: {
    title: 'What needs attention',
    nothing: 'Nothing needs your attention.',
    failed: 'What needs attention could not be loaded.',
    look: 'Look into it',
    fewReaders: (title: string, readers: string, low: string, hours: number, shown: string) =>
      `“${title}” has ${readers} readers after ${plural(hours, shown, 'hour', 'hours')}. Nine of ten issues before had more than ${low}.`,
    openRateFell: (now: string, before: string) =>
      `The open rate of the last 30 days is ${now}. In the 30 days before it was ${before}.`,
    openRateRange: (low: string, high: string) => `The fall is between ${low} and ${high} points.`,
    domainStopped: (domain: string, delivered: string, readers: string, usual: string, issues: number, shown: string) =>
      `Hardly anybody at ${domain} reads any more: ${readers} of ${delivered} deliveries of the last ${plural(issues, shown, 'issue', 'issues')}, usually ${usual}. It may put them into spam.`,
    bouncesUp: (title: string, bounced: string, share: string, usual: string) =>
      `${bounced} messages of “${title}” bounced: ${share} of the sent, usually ${usual}.`,
    scannersClicked: (title: string, share: string, usual: string) =>
      `Machines clicked in “${title}” ${share} times for every 100 deliveries, usually ${usual}. These are no readers.`,
    scannersOpened: (title: string, share: string, usual: string) =>
      `Security scanners opened “${title}” ${share} times for every 100 deliveries, usually ${usual}. These are no readers.`,
    quarantine: (count: number, shown: string) =>
      `${plural(count, shown, 'event', 'events')} could not be understood. Nothing is lost, and nothing of it is counted yet.`,
    spoolFilling: (taken: string, room: string) =>
      `The room for events that wait to be counted is filling: ${taken} of ${room}.`,
    spoolFull: {
      refuse: 'The room for events that wait to be counted is full: new opens and clicks are not counted.',
      drop: 'The room for events that wait to be counted is full: the oldest are dropped.',
    },
  },

  days: {
    title: (days: number, shown: string) => `The last ${plural(days, shown, 'day', 'days')}`,
    span: 'Days',
    spans: { 7: '7 days', 30: '30 days', 90: '90 days', 365: '365 days' },
    failed: 'The figures of the last days could not be loaded.',
    against: (days: number, shown: string) => `Changes are against the ${plural(days, shown, 'day', 'days')} before.`,
    tooYoung: 'Nothing is compared: issues have not gone out for twice as long yet.',
    readers: 'Readers',
    clickers: 'Clickers',
    clicks: (count: number, shown: string) => plural(count, shown, 'click', 'clicks'),
    paywallHits: 'Paywall hits',
    trialsStarted: 'Trials started',
    converted: 'First payments',
    paying: 'Paying readers',
    issues: 'Issues sent',
    deliveries: (count: number, shown: string) => plural(count, shown, 'delivery', 'deliveries'),
    more: (change: string, low: string, high: string) => `${change}, between ${low} and ${high}`,
    chance: (low: string, high: string) => `${low} to ${high}: cannot be told apart from chance`,
    before: (count: string) => `${count} before`,
    few: 'too few to compare',
    byEvents: 'by their payments',
    byRecipients: 'by who got the last issue as premium readers',
    byBoth: (byEvents: string, byRecipients: string) =>
      `${byEvents} by their payments, ${byRecipients} as premium readers of the last issue`,
    sparkline: (what: string, least: string, most: string) => `${what} by day: between ${least} and ${most}.`,
    day: 'Day',
    clicksColumn: 'Clicks',
    deliveriesColumn: 'Deliveries',
  },

  calendar: {
    title: 'Publication calendar',
    failed: 'The calendar could not be loaded.',
    says: (issues: number, shown: string, days: number, shownDays: string) =>
      `${plural(issues, shown, 'issue', 'issues')} in twelve months, ${plural(days, shownDays, 'day', 'days')} skipped`,
    point: 'Point at a day to see what went out.',
    sent: 'an issue',
    two: 'two or more',
    skipped: 'skipped',
    issue: (day: string, title: string, openRate: string) => `${day}: “${title}”, open rate ${openRate}`,
    unread: (day: string, title: string) => `${day}: “${title}”`,
    skippedOn: (day: string) => `${day}: skipped`,
    nothingOn: (day: string) => `${day}: nothing`,
    toCome: (day: string) => `${day}: still to come`,
    afterSkipped: 'A skipped day',
    afterSecond: 'Two issues on one day',
    higher: (points: string, low: string, high: string, times: number, shown: string) =>
      `The next issue’s open rate was ${points} points higher than otherwise (90 % range: ${low} to ${high}; ${plural(times, shown, 'time', 'times')}).`,
    lower: (points: string, low: string, high: string, times: number, shown: string) =>
      `The next issue’s open rate was ${points} points lower than otherwise (90 % range: ${low} to ${high}; ${plural(times, shown, 'time', 'times')}).`,
    chance: (low: string, high: string, times: number, shown: string) =>
      `The next issue’s open rate cannot be told apart from chance: ${low} to ${high} points (${plural(times, shown, 'time', 'times')}).`,
    few: (times: number, shown: string) =>
      `It has happened ${plural(times, shown, 'time', 'times')}: too few to say what it does to the next issue.`,
    never: 'It has not happened yet.',
    day: 'Day',
    what: 'What',
    issueColumn: 'Issue',
    delivered: 'Delivered',
    readers: 'Readers',
    openRate: 'Open rate',
  },
};
