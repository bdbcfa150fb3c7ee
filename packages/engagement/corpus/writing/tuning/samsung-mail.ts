import type { Family } from '../family.ts';
import { samsungInternet, webView } from '../headers.ts';
import { language } from '../people.ts';
import { HOME, issue, open, PHONE, readsOn } from '../visit.ts';

export const samsungMail: Family = {
  name: 'samsung-mail',
  variants: [
    {
      name: 'read-and-click',
      note: 'Samsung’s mail program shows mail in a web view that names it; links open in Samsung Internet.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 800);
          const tongue = language(draw);
          const where = draw.pick([HOME, PHONE]);
          const device = draw.pick([
            '13; SM-S911B Build/TP1A.220624.014',
            '14; SM-A546B Build/UP1A.231005.007',
            '12; SM-G991U Build/SP1A.210812.016',
          ]);
          const view = webView(
            device,
            `${draw.whole(118, 138)}.0.6099.144`,
            'com.samsung.android.email.provider',
            tongue,
          );
          return [
            open(opened, view.image(''), where, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(4, 100),
              headers: samsungInternet(draw.whole(24, 28), tongue).page('app'),
              where,
              count: draw.whole(1, 2),
            }),
          ];
        }),
    },
    {
      name: 'read',
      note: 'Read on the tram, nothing tapped.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => {
          const view = webView(
            '13; SM-A536B Build/TP1A.220624.014',
            '124.0.6367.82',
            'com.samsung.android.email.provider',
            language(draw),
          );
          return [open(draw.minutes(1, 800), view.image(''), PHONE, 'human')];
        }),
    },
  ],
};
