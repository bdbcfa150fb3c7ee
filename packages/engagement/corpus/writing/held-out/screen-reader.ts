import type { Family } from '../family.ts';
import { firefox, safari } from '../headers.ts';
import { appleMailDirect, desktopBrowser, language, thunderbird } from '../people.ts';
import { click, HOME, issue, open, readsOn } from '../visit.ts';

export const screenReader: Family = {
  name: 'screen-reader',
  variants: [
    {
      name: 'thunderbird-nvda',
      note: 'Listens to the message in Thunderbird and follows links from the list of links, minutes apart.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(3, 900);
          return [
            open(opened, thunderbird(draw), HOME, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.minutes(2, 9),
              headers: firefox('windows', draw.whole(118, 142), language(draw)).page('app'),
              where: HOME,
              count: draw.whole(2, 5),
              pause: [60, 500],
            }),
          ];
        }),
    },
    {
      name: 'link-list-in-order',
      note: 'Goes down the list of links in order with the keyboard, some seconds each, without images.',
      copies: 3,
      write: (draw) =>
        issue(
          draw,
          (message) =>
            readsOn(draw, message, {
              from: draw.minutes(3, 600),
              headers: desktopBrowser(draw).page('app'),
              where: HOME,
              count: message.links,
              links: message.all,
              pause: [5, 25],
            }),
          { links: [4, 8] },
        ),
    },
    {
      name: 'voice-over',
      note: 'VoiceOver on an iPhone: a double tap that counts twice.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = safari('iphone', '18.1', language(draw)).page('app');
          const clicked = draw.minutes(3, 600);
          const link = draw.whole(1, message.links);
          return [
            open(clicked - draw.seconds(60, 170), appleMailDirect(draw, 'iphone'), HOME, 'human'),
            click(clicked, link, headers, HOME, 'human'),
            click(clicked + draw.ms(200, 900), link, headers, HOME, 'human'),
          ];
        }),
    },
  ],
};
