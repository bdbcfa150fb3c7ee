import type { Family } from '../family.ts';
import { at, click, issue, readsOn } from '../visit.ts';

const TOR = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0',
  accept:
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8',
  'accept-language': 'en-US,en;q=0.5',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'upgrade-insecure-requests': '1',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-user': '?1',
  priority: 'u=0, i',
};

export const torBrowser: Family = {
  name: 'tor-browser',
  variants: [
    {
      name: 'clicks',
      note: 'Tor Browser, no images: clicks from an exit in a data centre that many share.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.minutes(4, 900),
            headers: TOR,
            where: at('hosting', 'shared-tor-exit'),
            count: draw.whole(1, 4),
          }),
        ),
    },
    {
      name: 'changing-exits',
      note: 'A new circuit between two clicks, so they come from two countries within minutes.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const first = draw.minutes(4, 900);
          return [
            click(first, draw.whole(1, message.links), TOR, at('hosting', 'shared-tor-exit-1'), 'human'),
            click(
              first + draw.minutes(1, 9),
              draw.whole(1, message.links),
              TOR,
              at(draw.pick(['hosting', 'other']), 'shared-tor-exit-2'),
              'human',
            ),
          ];
        }),
    },
  ],
};
