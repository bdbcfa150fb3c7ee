import type { Family } from '../family.ts';
import { desktopBrowser, GOOGLE_PROXY, phoneBrowser } from '../people.ts';
import { click, GOOGLE, HOME, issue, open, PHONE } from '../visit.ts';

export const fastClicker: Family = {
  name: 'fast-clicker',
  variants: [
    {
      name: 'desktop',
      note: 'Inbox in view as the message arrives: opened and clicked within 3 to 10 seconds of delivery.',
      copies: 4,
      write: (draw) =>
        issue(draw, () => {
          const opened = draw.seconds(2, 5);
          const browser = desktopBrowser(draw);
          return [
            open(opened, browser.image('https://navigator.gmx.net/'), HOME, 'human'),
            click(opened + draw.seconds(1, 5), draw.pick([1, 2, 3]), browser.page('webmail'), HOME, 'human'),
          ];
        }),
    },
    {
      name: 'phone-notification',
      note: 'Taps the notification and then the first link, without images, 6 to 10 seconds after delivery.',
      copies: 4,
      write: (draw) =>
        issue(draw, () => [click(draw.seconds(6, 10), 1, phoneBrowser(draw).page('app'), PHONE, 'human')]),
    },
    {
      name: 'gmail',
      note: 'Opens in Gmail the moment it arrives and follows one link.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.ms(2_500, 6_000);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            click(
              opened + draw.ms(1_500, 4_500),
              draw.whole(1, message.links),
              desktopBrowser(draw).page('webmail'),
              HOME,
              'human',
            ),
          ];
        }),
    },
    {
      name: 'two-links',
      note: 'Two links within ten seconds of delivery: the author’s greatest admirer.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => {
          const browser = desktopBrowser(draw);
          const first = draw.ms(3_500, 6_000);
          return [
            open(first - 1_400, browser.image('https://outlook.live.com/'), HOME, 'human'),
            click(first, 1, browser.page('webmail'), HOME, 'human'),
            click(first + draw.ms(1_800, 4_000), Math.min(4, message.links), browser.page('webmail'), HOME, 'human'),
          ];
        }),
    },
  ],
};
