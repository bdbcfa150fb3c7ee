import type { Family } from '../family.ts';
import { edge, firefox } from '../headers.ts';
import { desktopBrowser, language } from '../people.ts';
import { at, HOME, issue, open, readsOn } from '../visit.ts';

export const outlookWeb: Family = {
  name: 'outlook-web',
  variants: [
    {
      name: 'browser',
      note: 'Outlook.com in a browser, which loads the images itself.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 900);
          const browser = desktopBrowser(draw);
          return [
            open(opened, browser.image('https://outlook.live.com/'), HOME, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(5, 200),
              headers: browser.page('webmail'),
              where: HOME,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'read-only',
      note: 'Read in the browser at work, nothing clicked.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => {
          const browser = draw.chance(0.5)
            ? edge('windows', draw.whole(128, 140), language(draw))
            : firefox('windows', 128, language(draw));
          return [
            open(
              draw.minutes(1, 600),
              browser.image('https://outlook.office.com/'),
              at('other', 'shared-office'),
              'human',
            ),
          ];
        }),
    },
    {
      name: 'new-outlook',
      note: 'The new Outlook for Windows, an Edge in a frame; links open in the reader’s browser.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 600);
          const version = draw.whole(128, 140);
          const tongue = language(draw);
          const suffix = ` OneOutlook/1.2025.${draw.whole(101, 930)}.${draw.whole(1, 9)}00`;
          return [
            open(opened, edge('windows', version, tongue, suffix).image('https://outlook.office.com/'), HOME, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(6, 120),
              headers: edge('windows', version, tongue).page('app'),
              where: HOME,
              count: draw.whole(1, 2),
            }),
          ];
        }),
    },
  ],
};
