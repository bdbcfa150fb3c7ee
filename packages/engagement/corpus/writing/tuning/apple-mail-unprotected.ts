import type { Family } from '../family.ts';
import { appleMailDirect, iphoneSafari } from '../people.ts';
import { HOME, issue, open, PHONE, readsOn } from '../visit.ts';

export const appleMailUnprotected: Family = {
  name: 'apple-mail-unprotected',
  variants: [
    {
      name: 'iphone-read',
      note: 'Privacy protection is off, so the phone fetches the pixel itself when the message is opened.',
      copies: 4,
      write: (draw) =>
        issue(draw, () => [
          open(draw.minutes(2, 900), appleMailDirect(draw, 'iphone'), draw.pick([HOME, PHONE]), 'human'),
        ]),
    },
    {
      name: 'iphone-read-and-click',
      note: 'Opened and tapped on the same phone and network.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 600);
          const where = draw.pick([HOME, PHONE]);
          return [
            open(opened, appleMailDirect(draw, 'iphone'), where, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(5, 200),
              headers: iphoneSafari(draw).page('app'),
              where,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'mac-reopened',
      note: 'The message is opened three times on a Mac within two days; nothing is clicked.',
      copies: 2,
      write: (draw) =>
        issue(draw, () => {
          const headers = appleMailDirect(draw, 'mac');
          const first = draw.minutes(5, 300);
          return [first, first + draw.minutes(20, 400), first + draw.hours(10, 40)].map((when) =>
            open(when, headers, HOME, 'human'),
          );
        }),
    },
  ],
};
