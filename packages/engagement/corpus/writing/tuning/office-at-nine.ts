import type { Family } from '../family.ts';
import { chrome, edge, safari } from '../headers.ts';
import { outlookDesktop } from '../people.ts';
import { at, click, issue, open, PHONE, readsOn } from '../visit.ts';

export const officeAtNine: Family = {
  name: 'office-at-nine',
  variants: [
    {
      name: 'same-browser-for-all',
      note: 'The whole office reads at nine behind one address with the same managed browser.',
      copies: 6,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 50);
          const where = at('other', 'shared-office', draw.whole(2, 14));
          return [
            open(opened, outlookDesktop(draw), { ...where, crowd: 0 }, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(6, 200),
              headers: edge('windows', 138, 'en-GB,en;q=0.9').page('app'),
              where,
              count: draw.whole(1, 2),
            }),
          ];
        }),
    },
    {
      name: 'carrier-at-eight',
      note: 'Sent at eight: several commuters with the same iPhone and carrier tap within a minute of each other.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          click(
            draw.seconds(50, 300),
            draw.whole(1, message.links),
            safari('iphone', '18.5', 'en-US,en;q=0.9').page('app'),
            { ...PHONE, crowd: draw.whole(1, 6) },
            'human',
          ),
        ]),
    },
    {
      name: 'everybody-the-same-link',
      note: 'The boss said “read the third one”; a dozen colleagues click it within a minute.',
      copies: 4,
      write: (draw) =>
        issue(draw, () => {
          const when = draw.minutes(20, 200);
          const where = at('other', 'shared-office', draw.whole(6, 22));
          return [click(when, 3, chrome('windows', 137, 'en-US,en;q=0.9').page('app'), where, 'human')];
        }),
    },
  ],
};
