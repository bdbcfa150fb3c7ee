import type { Family } from '../family.ts';
import { pretender } from '../headers.ts';
import { desktopBrowser } from '../people.ts';
import { at, HOME, issue, open, readsOn, sweep } from '../visit.ts';

export const trendMicro: Family = {
  name: 'trend-micro',
  variants: [
    {
      name: 'delivery',
      note: 'Trend Micro’s own network, an Internet Explorer 8, all links in a second or two.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(1, 20),
            over: draw.ms(500, 2_500),
            headers: pretender('Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; WOW64; Trident/4.0)', {
              'cache-control': 'no-cache',
            }),
            where: at('security', 'shared-trend', draw.whole(0, 4)),
          }),
        ),
    },
    {
      name: 'follows-the-reader',
      note: 'The virus scanner on the reader’s computer reports the address; minutes after the click the vendor fetches it too.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(5, 900);
          const browser = desktopBrowser(draw);
          const clicks = readsOn(draw, message, {
            from: opened + draw.seconds(8, 90),
            headers: browser.page('webmail'),
            where: HOME,
            count: draw.whole(1, 2),
          });
          return [
            open(opened, browser.image('https://webmail.example.org/'), HOME, 'human'),
            ...clicks,
            ...clicks.map((one) => ({
              ...one,
              at: one.at + draw.seconds(40, 400),
              headers: pretender(
                'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/56.0.2924.87 Safari/537.36',
              ),
              network: 'security' as const,
              place: 'shared-trend',
              truth: 'scanner' as const,
            })),
          ];
        }),
    },
  ],
};
