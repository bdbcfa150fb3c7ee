import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { language } from '../people.ts';
import { at, HOME, issue, open, readsOn } from '../visit.ts';

const HEY_PROXY = {
  'user-agent':
    'hey.com/imageproxy Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36',
  'sec-ch-ua': '"hey.com/imageproxy";v="1.0", "Not:A-Brand";v="24"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
  accept: '*/*',
  'accept-language': 'en-US,en;q=0.9',
};

export const hey: Family = {
  name: 'hey',
  variants: [
    {
      name: 'read',
      // Agent and headers as documented at https://www.hey.com/image-proxy
      note: 'HEY fetches the images of a message that its reader looks at, under its own name.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => [open(draw.minutes(2, 1400), HEY_PROXY, at('hosting', 'shared-hey'), 'proxied')]),
    },
    {
      name: 'read-and-click',
      note: 'Opened through HEY’s proxy, then a link in the reader’s browser.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 1400);
          return [
            open(opened, HEY_PROXY, at('hosting', 'shared-hey'), 'proxied'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(5, 200),
              headers: chrome('mac', draw.whole(128, 140), language(draw)).page('webmail'),
              where: HOME,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
  ],
};
