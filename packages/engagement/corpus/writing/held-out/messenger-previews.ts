import type { Family } from '../family.ts';
import { safari } from '../headers.ts';
import { robot } from '../machines.ts';
import { language, phoneBrowser } from '../people.ts';
import { at, click, HOME, issue, PHONE } from '../visit.ts';

export const messengerPreviews: Family = {
  name: 'messenger-previews',
  variants: [
    {
      name: 'whatsapp',
      note: 'Shared in WhatsApp, whose preview is fetched by the reader’s own phone over the same network as the click.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const clicked = draw.minutes(5, 700);
          const link = draw.whole(1, message.links);
          return [
            click(clicked, link, phoneBrowser(draw).page('app'), PHONE, 'human'),
            click(
              clicked + draw.seconds(30, 200),
              link,
              robot(`WhatsApp/2.24.${draw.whole(1, 25)}.${draw.whole(70, 99)} ${draw.pick(['A', 'i'])}`),
              PHONE,
              'scanner',
            ),
          ];
        }),
    },
    {
      name: 'imessage',
      note: 'Pasted into iMessage, which passes itself off as Facebook’s and Twitter’s robot from the reader’s own line.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const clicked = draw.minutes(5, 700);
          const link = draw.whole(1, message.links);
          return [
            click(clicked, link, safari('iphone', '18.1', language(draw)).page('app'), HOME, 'human'),
            click(
              clicked + draw.seconds(20, 200),
              link,
              robot(
                'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
              ),
              HOME,
              'scanner',
            ),
          ];
        }),
    },
    {
      name: 'posted-publicly',
      note: 'Posted with the tracked link: robots of the networks come first, then strangers out of the same link.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const link = draw.whole(1, message.links);
          const posted = draw.hours(1, 20);
          const robots = draw.some(
            [
              'Twitterbot/1.0',
              'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
              'TelegramBot (like TwitterBot)',
              'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
              'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
            ],
            3,
          );
          return [
            ...robots.map((agent, index) =>
              click(
                posted + draw.seconds(1, 30),
                link,
                robot(agent),
                at('hosting', `shared-network-${index}`),
                'scanner',
              ),
            ),
            ...[1, 2].map((stranger) =>
              click(
                posted + draw.minutes(2, 200),
                link,
                phoneBrowser(draw).page('webmail'),
                at('other', `stranger-${stranger}`),
                'human',
              ),
            ),
          ];
        }),
    },
  ],
};
