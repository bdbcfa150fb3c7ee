import type { Family } from '../family.ts';
import { firefox } from '../headers.ts';
import { desktopBrowser, language, thunderbird } from '../people.ts';
import { click, HOME, issue, open, readsOn } from '../visit.ts';

export const thunderbirdFamily: Family = {
  name: 'thunderbird',
  variants: [
    {
      name: 'images-allowed',
      note: 'Remote content is allowed for this sender: pixel from Thunderbird, clicks from the default browser.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 1200);
          return [
            open(opened, thunderbird(draw), HOME, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(6, 240),
              headers: firefox('linux', draw.whole(118, 142), language(draw)).page('app'),
              where: HOME,
              count: draw.whole(1, 4),
            }),
          ];
        }),
    },
    {
      name: 'images-after-a-click',
      note: 'Images stay blocked until, some clicks later, the reader presses “show remote content”.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const clicked = draw.minutes(2, 900);
          const headers = desktopBrowser(draw).page('app');
          return [
            click(clicked, 1, headers, HOME, 'human'),
            open(clicked + draw.minutes(1, 6), thunderbird(draw), HOME, 'human'),
            click(clicked + draw.minutes(7, 12), message.links, headers, HOME, 'human'),
          ];
        }),
    },
    {
      name: 'read',
      note: 'Read in Thunderbird, nothing clicked.',
      copies: 2,
      write: (draw) => issue(draw, () => [open(draw.minutes(2, 2000), thunderbird(draw), HOME, 'human')]),
    },
  ],
};
