import type { Family } from '../family.ts';
import { chrome, safari } from '../headers.ts';
import { GOOGLE_PROXY, language } from '../people.ts';
import { GOOGLE, HOME, issue, open, PHONE, readsOn } from '../visit.ts';

export const gmailApp: Family = {
  name: 'gmail-app',
  variants: [
    {
      name: 'android',
      note: 'Gmail on Android: pixel through Google, links in a Chrome tab over the mobile network.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 700);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(4, 120),
              headers: chrome('android', draw.whole(126, 140), language(draw)).page('app'),
              where: PHONE,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'iphone',
      note: 'Gmail on an iPhone: pixel through Google, links in Safari’s view.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 700);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(4, 120),
              headers: safari('iphone', draw.pick(['17.4', '18.1', '18.5']), language(draw)).page('app'),
              where: draw.pick([HOME, PHONE]),
              count: draw.whole(1, 2),
            }),
          ];
        }),
    },
  ],
};
