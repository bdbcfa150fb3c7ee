import type { Family } from '../family.ts';
import { edge } from '../headers.ts';
import { desktopBrowser, GOOGLE_PROXY, language, outlookDesktop, phoneBrowser } from '../people.ts';
import { at, click, GOOGLE, issue, open, PHONE, readsOn } from '../visit.ts';

export const forwarded: Family = {
  name: 'forwarded',
  variants: [
    {
      name: 'to-a-colleague',
      note: 'The reader reads and forwards; the colleague opens and clicks hours later with another client elsewhere.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(3, 200);
          const later = opened + draw.hours(1, 20);
          const elsewhere = at('other', 'elsewhere');
          const browser = desktopBrowser(draw);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            click(
              opened + draw.seconds(9, 90),
              draw.whole(1, message.links),
              phoneBrowser(draw).page('app'),
              PHONE,
              'human',
            ),
            open(later, browser.image('https://outlook.office.com/'), elsewhere, 'human'),
            ...readsOn(draw, message, {
              from: later + draw.seconds(7, 120),
              headers: browser.page('webmail'),
              where: elsewhere,
              count: draw.whole(1, 2),
            }),
          ];
        }),
    },
    {
      name: 'only-the-colleague-clicks',
      note: 'Forwarded unread within minutes; everything that is seen comes from the colleague.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(4, 60);
          return [
            open(opened, outlookDesktop(draw), at('other', 'elsewhere'), 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(7, 120),
              headers: edge('windows', 136, language(draw)).page('app'),
              where: at('other', 'elsewhere'),
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
  ],
};
