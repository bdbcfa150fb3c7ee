import type { NetworkKind } from '@readout/events';
import type { Family } from '../family.ts';
import { chrome, firefox } from '../headers.ts';
import { plainGateway } from '../machines.ts';
import { language, thunderbird } from '../people.ts';
import { at, issue, OFFICE, open, readsOn, sweep } from '../visit.ts';

export const sophos: Family = {
  name: 'sophos',
  variants: [
    {
      name: 'sandbox',
      note: 'A sandbox in the cloud opens the message in a complete browser: pixel, then every visible link.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const where = at('hosting', 'shared-sophos', draw.whole(0, 5));
          const browser = chrome('windows', draw.whole(108, 128), 'en-US,en;q=0.9');
          const start = draw.seconds(8, 60);
          return [
            open(start, browser.image(''), where, 'scanner'),
            ...sweep(draw, message, {
              from: start + 1_500,
              over: draw.seconds(6, 40),
              headers: browser.page('app'),
              where,
              honeypot: false,
            }),
          ];
        }),
    },
    {
      name: 'time-of-click',
      note: 'Nothing at delivery; each click of the reader is followed by one of Sophos’s within two seconds.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(3, 700);
          const clicks = readsOn(draw, message, {
            from: opened + draw.seconds(10, 100),
            headers: firefox('windows', draw.whole(120, 141), language(draw)).page('app'),
            where: OFFICE,
            count: draw.whole(1, 3),
          });
          const check = draw.chance(0.5) ? plainGateway(draw) : { accept: '*/*', 'accept-encoding': 'gzip' };
          const network = draw.pick<NetworkKind>(['security', 'hosting']);
          return [
            open(opened, thunderbird(draw), OFFICE, 'human'),
            ...clicks,
            ...clicks.map((one) => ({
              ...one,
              at: one.at + draw.ms(-300, 2_000),
              headers: check,
              network,
              place: 'shared-sophos',
              truth: 'scanner' as const,
            })),
          ];
        }),
    },
  ],
};
