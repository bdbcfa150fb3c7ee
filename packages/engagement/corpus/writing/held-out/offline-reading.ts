import type { Family } from '../family.ts';
import { firefox } from '../headers.ts';
import { appleMailDirect, language, phoneBrowser, thunderbird } from '../people.ts';
import { click, HOME, issue, open, PHONE } from '../visit.ts';

export const offlineReading: Family = {
  name: 'offline-reading',
  variants: [
    {
      name: 'opens-when-landing',
      note: 'Read on the plane; the pixel is fetched three times at once when the phone is online again.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => {
          const landed = draw.hours(3, 12);
          const headers = appleMailDirect(draw, 'iphone');
          return [0, draw.ms(20, 90), draw.ms(100, 400)].map((wait) => open(landed + wait, headers, PHONE, 'human'));
        }),
    },
    {
      name: 'tunnel',
      note: 'Tapped without a signal: when the train leaves the tunnel, pixel and three queued tabs load within half a second.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const out = draw.minutes(6, 200);
          const headers = phoneBrowser(draw).page('app');
          return [
            open(out, appleMailDirect(draw, 'iphone'), PHONE, 'human'),
            ...draw.some(message.all, 3).map((link) => click(out + draw.ms(10, 500), link, headers, PHONE, 'human')),
          ];
        }),
    },
    {
      name: 'night-train',
      note: 'Opened in the evening without a network; the images load as the night train finds one, the click follows in the morning.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => [
          open(draw.hours(5, 9), thunderbird(draw), HOME, 'human'),
          click(
            draw.hours(10, 16),
            draw.whole(1, message.links),
            firefox('linux', 128, language(draw)).page('app'),
            HOME,
            'human',
          ),
        ]),
    },
  ],
};
