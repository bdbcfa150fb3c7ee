import type { Family } from '../family.ts';
import { safariAgent, webView } from '../headers.ts';
import { language } from '../people.ts';
import { click, issue, PHONE, readsOn } from '../visit.ts';

export const inAppBrowser: Family = {
  name: 'in-app-browser',
  variants: [
    {
      name: 'facebook-iphone',
      note: 'Forwarded to oneself in Messenger and opened in Facebook’s own browser on an iPhone.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const os = draw.pick(['17.5', '18.1', '18.4']);
          const headers = {
            'sec-fetch-dest': 'document',
            'user-agent': `${safariAgent('iphone', os)
              .replace(/Version\/\S+ /, '')
              .replace(
                / Safari\/\S+/,
                '',
              )} [FBAN/FBIOS;FBAV/${draw.whole(440, 520)}.0.0.41.107;FBBV/561456456;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS;FBSV/${os};FBSS/3;FBID/phone;FBLC/en_US;FBOP/5]`,
            accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
            'sec-fetch-site': 'none',
            'sec-fetch-mode': 'navigate',
            'accept-language': language(draw),
            'accept-encoding': 'gzip, deflate, br',
          };
          return readsOn(draw, message, {
            from: draw.minutes(20, 1400),
            headers,
            where: PHONE,
            count: draw.whole(1, 2),
          });
        }),
    },
    {
      name: 'linkedin-android',
      note: 'A colleague sent the link through LinkedIn; it opens in LinkedIn’s web view, which names the app.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const view = webView(
            '14; Pixel 8 Build/AP2A.240805.005',
            `${draw.whole(120, 138)}.0.6613.127`,
            'com.linkedin.android',
            language(draw),
          );
          const headers = view.page('app');
          const agent = `${headers['user-agent']} [LinkedInApp]`;
          return [
            click(draw.hours(1, 60), draw.whole(1, message.links), { ...headers, 'user-agent': agent }, PHONE, 'human'),
          ];
        }),
    },
  ],
};
