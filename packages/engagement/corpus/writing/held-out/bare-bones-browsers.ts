import type { Family } from '../family.ts';
import { at, click, HOME, issue, open, readsOn } from '../visit.ts';

export const bareBonesBrowsers: Family = {
  name: 'bare-bones-browsers',
  variants: [
    {
      name: 'kindle',
      note: 'The Kindle’s browser, an engine of 2012 with the fewest headers.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = {
            'user-agent':
              'Mozilla/5.0 (X11; U; Linux armv7l like Android; en-us) AppleWebKit/531.2+ (KHTML, like Gecko) Version/5.0 Safari/533.2+ Kindle/3.0+',
            accept: 'application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,image/png,*/*;q=0.5',
            'accept-language': 'en-us',
            'accept-encoding': 'gzip',
          };
          const opened = draw.minutes(30, 900);
          return [
            open(opened, headers, HOME, 'human'),
            click(opened + draw.seconds(20, 300), draw.whole(1, message.links), headers, HOME, 'human'),
          ];
        }),
    },
    {
      name: 'opera-mini',
      note: 'Opera Mini renders in Opera’s data centre, so a person on a cheap phone comes from a hosting network.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = {
            'user-agent': 'Opera/9.80 (Android; Opera Mini/36.2.2254/191.256; U; en) Presto/2.12.423 Version/12.16',
            accept:
              'text/html, application/xml;q=0.9, application/xhtml+xml, image/png, image/webp, image/jpeg, image/gif, image/x-xbitmap, */*;q=0.1',
            'accept-language': draw.pick(['en', 'en-NG,en;q=0.9', 'id-ID,id;q=0.9,en;q=0.8']),
            'accept-encoding': 'gzip, deflate',
            'x-operamini-phone-ua':
              'Mozilla/5.0 (Linux; Android 10; TECNO KC8 Build/QP1A.190711.020) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/87.0.4280.141 Mobile Safari/537.36',
            'x-operamini-features':
              'advanced, camera, download, file_system, folding, httpping, pingback, routing, touch, viewport',
          };
          return readsOn(draw, message, {
            from: draw.minutes(4, 900),
            headers,
            where: at('hosting', 'shared-opera'),
            count: draw.whole(1, 3),
            pause: [20, 300],
          });
        }),
    },
  ],
};
