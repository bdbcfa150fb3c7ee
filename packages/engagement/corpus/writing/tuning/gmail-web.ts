import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { desktopBrowser, GOOGLE_PROXY, language } from '../people.ts';
import { at, click, GOOGLE, HOME, issue, open, readsOn } from '../visit.ts';

export const gmailWeb: Family = {
  name: 'gmail-web',
  variants: [
    {
      name: 'read',
      note: 'Opened in the browser; the pixel comes through Google at that moment, nothing is clicked.',
      copies: 4,
      write: (draw) => issue(draw, () => [open(draw.minutes(1, 1400), GOOGLE_PROXY, GOOGLE, 'proxied')]),
    },
    {
      name: 'read-and-click',
      note: 'Opened through Google, then links are followed in the same browser.',
      copies: 6,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 900);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(8, 300),
              headers: desktopBrowser(draw).page('webmail'),
              where: HOME,
              count: draw.whole(1, 4),
            }),
          ];
        }),
    },
    {
      name: 'opened-often',
      note: 'The reader comes back to the message several times over two days.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const first = draw.minutes(3, 300);
          return [
            open(first, GOOGLE_PROXY, GOOGLE, 'proxied'),
            open(first + draw.minutes(1, 30), GOOGLE_PROXY, GOOGLE, 'proxied'),
            open(first + draw.hours(3, 30), GOOGLE_PROXY, at('mail', 'shared-google-2'), 'proxied'),
            click(
              first + draw.hours(31, 40),
              message.links,
              chrome('windows', 138, language(draw)).page('webmail'),
              HOME,
              'human',
            ),
          ];
        }),
    },
    {
      name: 'preview-pane',
      note: 'Opened at once because the tab with the inbox is in view; first click within half a minute.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.seconds(4, 15);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(5, 20),
              headers: chrome('mac', draw.whole(128, 140), language(draw)).page('webmail'),
              where: HOME,
              count: 2,
            }),
          ];
        }),
    },
  ],
};
