import type { Family } from '../family.ts';
import { firefox } from '../headers.ts';
import { language } from '../people.ts';
import { click, HOME, issue, readsOn } from '../visit.ts';

export const textOnly: Family = {
  name: 'text-only',
  variants: [
    {
      name: 'mutt-and-lynx',
      note: 'Mail in mutt, links in Lynx: no pixel, no Sec-Fetch, an agent that few people have.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = {
            accept: 'text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01',
            'accept-encoding': 'gzip, compress, bzip2',
            'accept-language': 'en',
            'user-agent': draw.pick([
              'Lynx/2.9.0dev.10 libwww-FM/2.14 SSL-MM/1.4.1 GNUTLS/3.7.8',
              'Lynx/2.8.9rel.1 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/1.1.1d',
            ]),
          };
          return readsOn(draw, message, {
            from: draw.minutes(5, 900),
            headers,
            where: HOME,
            count: draw.whole(1, 3),
            pause: [30, 400],
          });
        }),
    },
    {
      name: 'w3m',
      note: 'Emacs and w3m, one link after a while.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = {
            'user-agent': 'w3m/0.5.3+git20230121',
            accept: 'text/html, text/*;q=0.5, image/*, application/*, audio/*, video/*, */*;q=0.4',
            'accept-encoding': 'gzip, compress, bzip, bzip2, deflate, br',
            'accept-language': 'en;q=1.0',
          };
          return [click(draw.minutes(5, 900), draw.whole(1, message.links), headers, HOME, 'human')];
        }),
    },
    {
      name: 'alpine-firefox',
      note: 'A text mail program that hands links to Firefox: clicks without an open.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.minutes(3, 900),
            headers: firefox('linux', draw.whole(118, 142), language(draw)).page('app'),
            where: HOME,
            count: draw.whole(1, 4),
          }),
        ),
    },
  ],
};
