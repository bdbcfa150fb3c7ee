import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { desktopBrowser, GOOGLE_PROXY, language } from '../people.ts';
import { click, GOOGLE, HOME, issue, open } from '../visit.ts';

export const tabOpener: Family = {
  name: 'tab-opener',
  variants: [
    {
      name: 'all-links',
      note: 'Opens every link in a tab of its own within 2 to 20 seconds, then reads the tabs.',
      copies: 5,
      write: (draw) =>
        issue(
          draw,
          (message) => {
            const opened = draw.minutes(4, 700);
            const browser = desktopBrowser(draw);
            const span = draw.seconds(3, 20);
            return [
              open(opened, browser.image('https://outlook.live.com/'), HOME, 'human'),
              ...message.all.map((link, index) =>
                click(
                  Math.round(opened + 7_000 + (span / message.links) * (index + draw.fraction() * 0.7)),
                  link,
                  browser.page('webmail'),
                  HOME,
                  'human',
                ),
              ),
            ];
          },
          { links: [4, 11] },
        ),
    },
    {
      name: 'middle-clicks-gmail',
      note: 'Most links of a reading list with the middle mouse button, from top to bottom, out of Gmail.',
      copies: 4,
      write: (draw) =>
        issue(
          draw,
          (message) => {
            const opened = draw.minutes(2, 700);
            const headers = chrome('windows', draw.whole(126, 140), language(draw)).page('webmail');
            let when = opened + draw.seconds(4, 20);
            return [
              open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
              ...message.all
                .filter(() => draw.chance(0.8))
                .map((link) => {
                  when += draw.ms(500, 2_600);
                  return click(when, link, headers, HOME, 'human');
                }),
            ];
          },
          { links: [6, 16] },
        ),
    },
    {
      name: 'without-images',
      note: 'Images are off and all links are opened in tabs, so the burst comes without an open.',
      copies: 3,
      write: (draw) =>
        issue(
          draw,
          (message) => {
            let when = draw.minutes(3, 400);
            const headers = desktopBrowser(draw).page('app');
            return message.all.map((link) => {
              when += draw.ms(700, 3_000);
              return click(when, link, headers, HOME, 'human');
            });
          },
          { links: [4, 8] },
        ),
    },
  ],
};
