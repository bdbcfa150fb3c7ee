import type { Family } from '../family.ts';
import { desktopBrowser, YAHOO_PROXY } from '../people.ts';
import { at, HOME, issue, open, readsOn } from '../visit.ts';

const YAHOO = at('mail', 'shared-yahoo');

export const yahooMail: Family = {
  name: 'yahoo-mail',
  variants: [
    {
      name: 'read',
      note: 'Yahoo fetches the pixel as the reader opens the message.',
      copies: 3,
      write: (draw) => issue(draw, () => [open(draw.minutes(2, 1400), YAHOO_PROXY, YAHOO, 'proxied')]),
    },
    {
      name: 'read-and-click',
      note: 'Opened through Yahoo, then a link from the web page of the mailbox.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 1400);
          return [
            open(opened, YAHOO_PROXY, YAHOO, 'proxied'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(8, 240),
              headers: desktopBrowser(draw).page('webmail'),
              where: HOME,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'aol-twice',
      note: 'AOL’s mailbox, same proxy: opened in the morning and again at night.',
      copies: 2,
      write: (draw) =>
        issue(draw, () => {
          const first = draw.minutes(10, 500);
          return [first, first + draw.hours(6, 14)].map((when) => open(when, YAHOO_PROXY, YAHOO, 'proxied'));
        }),
    },
  ],
};
