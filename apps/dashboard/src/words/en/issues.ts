import { plural } from './plural.ts';

export const issues = {
  title: 'Issues',
  newIssue: 'New issue',
  emptyTitle: 'No issues yet',
  empty:
    'Create one: paste the HTML of what you are about to send, get it back with a pixel and tracked links, send it. Its figures appear here as people read.',
  create: 'Create the first issue',
  count: (count: number, shown: string) => plural(count, shown, 'issue', 'issues'),
  usual: (low: string, high: string, issues: string) =>
    `Open rate usually ${low} to ${high} (eight in ten of the last ${issues})`,
  more: 'Load more',
  shown: (shown: string, total: string) => `${shown} of ${total} shown`,
  notSent: 'Not sent yet',
  issue: 'Issue',
  delivered: 'Delivered',
  readers: 'Readers',
  openRate: 'Open rate',
  clickers: 'Clickers',
  clickRate: 'Click rate',
  clickToOpen: 'Click-to-open',
  ofDelivered: 'of delivered',
  ofReaders: 'of readers',
  paywallHits: 'Paywall hits',
  noPaywall: 'No paywall',
  firstTwoDays: 'First 48 hours',
  sparkline: (total: string, peak: string, hour: number) =>
    hour === 0
      ? `${total} new readers in the first 48 hours, most (${peak}) in the first hour.`
      : `${total} new readers in the first 48 hours, most (${peak}) in hour ${hour + 1}.`,
  sparklineEmpty: 'No readers in the first 48 hours.',
  loadFailed: 'The issues could not be loaded.',
};
