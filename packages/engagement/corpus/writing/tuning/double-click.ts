import type { Family } from '../family.ts';
import { desktopBrowser, GOOGLE_PROXY, phoneBrowser } from '../people.ts';
import { click, GOOGLE, HOME, issue, open, PHONE } from '../visit.ts';

export const doubleClick: Family = {
  name: 'double-click',
  variants: [
    {
      name: 'twice-at-once',
      note: 'The same link twice within half a second: a habit from the desktop.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 700);
          const browser = desktopBrowser(draw);
          const link = draw.whole(1, message.links);
          const first = opened + draw.seconds(6, 100);
          return [
            open(opened, browser.image('https://webmail.example.org/'), HOME, 'human'),
            click(first, link, browser.page('webmail'), HOME, 'human'),
            click(first + draw.ms(120, 500), link, browser.page('webmail'), HOME, 'human'),
          ];
        }),
    },
    {
      name: 'slow-page',
      note: 'The page is slow, so the link is tapped three times.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 700);
          const headers = phoneBrowser(draw).page('app');
          const link = draw.whole(1, message.links);
          const first = opened + draw.seconds(6, 100);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...[0, draw.ms(2_000, 5_000), draw.ms(6_000, 11_000)].map((wait) =>
              click(first + wait, link, headers, PHONE, 'human'),
            ),
          ];
        }),
    },
  ],
};
