import { plural } from './plural.ts';

export const created = {
  title: 'Ready to send',
  heading: (title: string) => `“${title}” is ready to send`,
  headingSent: (title: string) => `Tracked HTML and recipients of “${title}”`,
  loadFailed: 'The tracked HTML could not be loaded.',
  loopback: (address: string) =>
    `The tracked links lead to ${address}, which readers elsewhere cannot reach: set READOUT_PUBLIC_URL to Readout’s public address and create the issue again.`,
  toIssue: 'Go to its figures',
  stepHtml: 'Put this HTML into your sender',
  stepHtmlSays: (tag: string) => `In place of yours. Your sender replaces ${tag} with each reader’s token.`,
  stepReaders: 'Record who gets it, before you send',
  stepReadersSays:
    'Tell Readout the recipients and their standing. It answers with one token per reader: put it into the merge field at your sender. A reader keeps the same token for all issues of this publication.',
  apiKey: 'needs an API key:',
  stepWatch: 'Send it',
  stepWatchSays: 'The first open appears on the issue’s page within two seconds.',
  found: 'What was found',
  sections: (count: number, shown: string) => plural(count, shown, 'section', 'sections'),
  links: (count: number, shown: string) => plural(count, shown, 'link', 'links'),
  paywallBefore: (title: string) => `The paywall stands before “${title}”.`,
  paywallWithin: (title: string) => `The paywall stands within “${title}”.`,
  paywall: 'There is a paywall.',
  noPaywall: 'No paywall was found.',
  notices: 'Worth knowing',
  /** What was noticed about the HTML, by its code; the API says it in English. */
  notice: (_code: string, message: string) => message,
  wholeHtml: 'Whole edition',
  cutHtml: 'Cut edition',
  curl: 'Command',
};
