import type { Family } from '../family.ts';
import { safariAgent } from '../headers.ts';
import { appleProxy, GOOGLE_PROXY } from '../people.ts';
import { at, click, GOOGLE, HOME, issue, open, readsOn } from '../visit.ts';

export const strippedHeaders: Family = {
  name: 'stripped-headers',
  variants: [
    {
      name: 'generic-agent',
      note: 'An extension leaves one generic agent and the bare minimum of headers; pixel through Google, click at home.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(3, 900);
          const headers = {
            'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0',
            accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
            'accept-language': 'en-US,en;q=0.5',
            'accept-encoding': 'gzip, deflate',
          };
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(8, 200),
              headers,
              where: HOME,
              count: draw.whole(1, 2),
            }),
          ];
        }),
    },
    {
      name: 'no-language',
      note: 'A filtering proxy at home takes the language and all Sec-Fetch headers away.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = {
            'user-agent': safariAgent('mac', '17.6'),
            accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
            'accept-encoding': 'gzip, deflate, br',
          };
          return [
            open(draw.minutes(1, 10), appleProxy(draw), at('other', 'shared-apple-relay'), 'prefetched'),
            click(draw.minutes(11, 900), draw.whole(1, message.links), headers, HOME, 'human'),
          ];
        }),
    },
    {
      name: 'no-agent',
      note: 'No agent at all, at home, one click after an hour: a careful person or a program, nobody could tell.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          click(
            draw.hours(1, 10),
            draw.whole(1, message.links),
            { accept: '*/*', 'accept-encoding': 'gzip, deflate' },
            HOME,
            'unclear',
          ),
        ]),
    },
  ],
};
