import type { Family } from '../family.ts';
import { chrome, safari, webView } from '../headers.ts';
import { appleMailDirect, language } from '../people.ts';
import { click, HOME, issue, open, PHONE, readsOn } from '../visit.ts';

export const outlookElsewhere: Family = {
  name: 'outlook-phone-and-mac',
  variants: [
    {
      name: 'iphone',
      note: 'Outlook on an iPhone loads images in a web view without a version; links open in Edge for iOS.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 700);
          const page = safari('iphone', '18.1', language(draw)).page('app');
          const edge = {
            ...page,
            'user-agent': `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 EdgiOS/${draw.whole(126, 138)}.0.2739.60 Mobile/15E148 Safari/605.1.15`,
          };
          return [
            open(opened, appleMailDirect(draw, 'iphone'), PHONE, 'human'),
            click(opened + draw.seconds(4, 70), draw.whole(1, message.links), edge, PHONE, 'human'),
          ];
        }),
    },
    {
      name: 'android',
      note: 'Outlook on Android: a web view that names it, links in a Chrome tab.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 700);
          const tongue = language(draw);
          const view = webView(
            '14; Pixel 7 Build/UQ1A.240205.002',
            `${draw.whole(122, 138)}.0.6478.71`,
            'com.microsoft.office.outlook',
            tongue,
          );
          return [
            open(opened, view.image(''), HOME, 'human'),
            click(
              opened + draw.seconds(4, 70),
              draw.whole(1, message.links),
              chrome('android', 136, tongue).page('app'),
              HOME,
              'human',
            ),
          ];
        }),
    },
    {
      name: 'mac',
      note: 'Outlook for Mac, whose images come with its own product name.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 700);
          const headers = {
            accept: '*/*',
            'user-agent': 'MacOutlook/16.89.24091630 (Intelx64 Mac OS X Version 14.6.1 (Build 23G93))',
            'accept-language': language(draw),
            'accept-encoding': 'gzip, deflate, br',
          };
          return [
            open(opened, headers, HOME, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(6, 100),
              headers: safari('mac', '18.1', language(draw)).page('app'),
              where: HOME,
              count: draw.whole(1, 2),
            }),
          ];
        }),
    },
  ],
};
