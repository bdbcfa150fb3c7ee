import type { Family } from '../family.ts';
import { edge } from '../headers.ts';
import { language, outlookDesktop } from '../people.ts';
import { at, HOME, issue, open, readsOn } from '../visit.ts';

export const outlookDesktopFamily: Family = {
  name: 'outlook-desktop',
  variants: [
    {
      name: 'read',
      note: 'Classic Outlook draws the message with Word and fetches the pixel with its ancient agent.',
      copies: 4,
      write: (draw) =>
        issue(draw, () => [
          open(draw.minutes(1, 600), outlookDesktop(draw), draw.pick([HOME, at('other', 'shared-office')]), 'human'),
        ]),
    },
    {
      name: 'read-and-click',
      note: 'The pixel comes from Outlook, the clicks from the browser beside it: other agent, same desk.',
      copies: 6,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 600);
          const where = at('other', 'shared-office');
          return [
            open(opened, outlookDesktop(draw), where, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(6, 300),
              headers: edge('windows', draw.whole(126, 140), language(draw)).page('app'),
              where,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'preview-pane-flicking',
      note: 'Going through the inbox with the arrow keys fetches the pixel again each time the message is passed.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => {
          const headers = outlookDesktop(draw);
          const first = draw.minutes(3, 200);
          const again = first + draw.seconds(2, 40);
          return [first, again, again + draw.minutes(5, 90)].map((when) => open(when, headers, HOME, 'human'));
        }),
    },
  ],
};
