import type { Family } from '../family.ts';
import { webView } from '../headers.ts';
import { language } from '../people.ts';
import { HOME, issue, open, PHONE, readsOn } from '../visit.ts';

export const oldWebView: Family = {
  name: 'old-web-view',
  variants: [
    {
      name: 'android-6',
      note: 'A phone of 2016 that still does: its web view knows neither Sec-Fetch nor client hints.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const device = draw.pick([
            '6.0.1; SM-G900F Build/MMB29M',
            '7.0; SM-G930F Build/NRD90M',
            '5.1.1; SM-J320F Build/LMY47V',
          ]);
          const view = webView(
            device,
            draw.pick(['61.0.3163.98', '74.0.3729.157', '67.0.3396.87']),
            'com.android.email',
            language(draw),
          );
          const opened = draw.minutes(3, 1200);
          const where = draw.pick([HOME, PHONE]);
          return [
            open(opened, view.image(''), where, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(8, 200),
              headers: view.page('app'),
              where,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'old-ipad',
      note: 'An iPad stuck at iOS 12: Safari without any Sec-Fetch header.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = {
            accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
            'user-agent':
              'Mozilla/5.0 (iPad; CPU OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1',
            'accept-language': language(draw),
            'accept-encoding': 'br, gzip, deflate',
          };
          return readsOn(draw, message, {
            from: draw.minutes(10, 1200),
            headers,
            where: HOME,
            count: draw.whole(1, 3),
          });
        }),
    },
  ],
};
