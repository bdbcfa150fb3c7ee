import type { Family } from '../family.ts';
import { chrome, firefox, webView } from '../headers.ts';
import { language, phoneBrowser } from '../people.ts';
import { click, HOME, issue, open, PHONE, readsOn } from '../visit.ts';

export const freeAndroidMail: Family = {
  name: 'k9-and-fairemail',
  variants: [
    {
      name: 'k9',
      note: 'K-9 Mail with images shown on request; links open in Firefox or Chrome.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 900);
          const tongue = language(draw);
          const view = webView(
            '13; Pixel 6a Build/TQ3A.230805.001',
            `${draw.whole(112, 138)}.0.5735.196`,
            'com.fsck.k9',
            tongue,
          );
          const browser = draw.chance(0.5)
            ? firefox('android', draw.whole(120, 141), tongue)
            : chrome('android', 134, tongue);
          return [
            open(opened, view.image(''), HOME, 'human'),
            click(opened + draw.seconds(8, 200), draw.whole(1, message.links), browser.page('app'), HOME, 'human'),
          ];
        }),
    },
    {
      name: 'fairemail',
      note: 'FairEmail fetches chosen images with Android’s own client instead of a web view.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 900);
          const headers = {
            'user-agent': 'Dalvik/2.1.0 (Linux; U; Android 14; Pixel 7 Build/UQ1A.240205.002)',
            'accept-encoding': 'gzip',
          };
          return [
            open(opened, headers, HOME, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(8, 200),
              headers: phoneBrowser(draw).page('app'),
              where: HOME,
              count: 1,
            }),
          ];
        }),
    },
    {
      name: 'fairemail-no-images',
      note: 'FairEmail recognises the pixel and leaves it out; only the click is seen.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.minutes(3, 900),
            headers: phoneBrowser(draw).page('app'),
            where: PHONE,
            count: draw.whole(1, 2),
          }),
        ),
    },
  ],
};
