import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { GOOGLE_PROXY, language } from '../people.ts';
import { at, GOOGLE, issue, open, readsOn } from '../visit.ts';

export const gmailAgain: Family = {
  name: 'gmail-again',
  variants: [
    {
      name: 'three-fetches-at-once',
      note: 'Google’s proxy asks three times within two seconds for one opening.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => {
          const opened = draw.minutes(2, 900);
          return [0, draw.ms(100, 700), draw.ms(800, 2_000)].map((wait, index) =>
            open(opened + wait, GOOGLE_PROXY, at('mail', `shared-google-${index}`), 'proxied'),
          );
        }),
    },
    {
      name: 'opened-while-delivered',
      note: 'The conversation was on screen as the message came in: the proxy asks one second after delivery.',
      copies: 2,
      write: (draw) => issue(draw, () => [open(draw.ms(600, 1_900), GOOGLE_PROXY, GOOGLE, 'proxied')]),
    },
    {
      name: 'chromebook',
      note: 'Read on a school’s Chromebook, whose addresses are shared with the whole class.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 900);
          const version = draw.whole(126, 140);
          const page = chrome('linux', version, language(draw)).page('webmail');
          const headers = {
            ...page,
            'user-agent': `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
            'sec-ch-ua-platform': '"Chrome OS"',
          };
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(8, 90),
              headers,
              where: at('other', 'shared-school', draw.whole(0, 2)),
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
  ],
};
