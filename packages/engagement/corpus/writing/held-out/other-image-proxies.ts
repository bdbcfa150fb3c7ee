import type { Family } from '../family.ts';
import { desktopBrowser } from '../people.ts';
import { at, click, HOME, issue, open } from '../visit.ts';

export const otherImageProxies: Family = {
  name: 'other-image-proxies',
  variants: [
    {
      name: 'fastmail',
      note: 'Fastmail’s servers fetch with a generic agent when the reader asks for the images; then a click at home.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 900);
          const proxy = {
            'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:109.0) Gecko/20100101 Firefox/115.0',
            accept: '*/*',
          };
          return [
            open(opened, proxy, at('mail', 'shared-fastmail'), 'proxied'),
            click(
              opened + draw.seconds(9, 200),
              draw.whole(1, message.links),
              desktopBrowser(draw).page('webmail'),
              HOME,
              'human',
            ),
          ];
        }),
    },
    {
      name: 'seznam',
      note: 'Seznam’s mailbox shows images through a proxy that names itself.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => [
          open(
            draw.minutes(2, 900),
            { 'user-agent': 'Mozilla/5.0 (compatible; SeznamEmailProxy/2.0.152)', 'accept-encoding': 'gzip' },
            at('mail', 'shared-seznam'),
            'proxied',
          ),
        ]),
    },
  ],
};
