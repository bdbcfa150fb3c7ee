import type { Family } from '../family.ts';
import { chrome, chromeAgent, edge, pretender } from '../headers.ts';
import { browserGateway, plainGateway } from '../machines.ts';
import { GOOGLE_PROXY, language, outlookDesktop, phoneBrowser } from '../people.ts';
import { at, GOOGLE, HOME, issue, OFFICE, open, PHONE, readsOn, sweep } from '../visit.ts';

export const gatewayThenReader: Family = {
  name: 'gateway-then-reader',
  variants: [
    {
      name: 'gmail-hours-later',
      note: 'A gateway in front of Gmail checks everything at delivery; the reader opens and clicks hours later.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.hours(1, 20);
          return [
            ...sweep(draw, message, {
              from: draw.seconds(1, 20),
              over: draw.seconds(1, 9),
              headers: plainGateway(draw),
              where: at('hosting', 'shared-gateway', draw.whole(0, 9)),
            }),
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(8, 240),
              headers: phoneBrowser(draw).page('app'),
              where: PHONE,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'outlook-ten-minutes-later',
      note: 'Pixel and links are fetched out of a cloud at once; ten minutes later the reader reads in Outlook.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(6, 40);
          const where = at('hosting', 'shared-defender', draw.whole(0, 12));
          const headers = browserGateway(draw);
          return [
            open(draw.ms(400, 1_500), headers, where, 'scanner'),
            ...sweep(draw, message, { from: draw.ms(1_600, 5_000), over: draw.seconds(2, 12), headers, where }),
            open(opened, outlookDesktop(draw), OFFICE, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(8, 240),
              headers: edge('windows', draw.whole(128, 140), language(draw)).page('app'),
              where: OFFICE,
              count: draw.whole(1, 2),
            }),
          ];
        }),
    },
    {
      name: 'same-agent',
      note: 'Gateway and reader happen to have the same Chrome; only network and time tell them apart.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const browser = chrome('windows', 134, 'en-US,en;q=0.9');
          return [
            ...sweep(draw, message, {
              from: draw.seconds(2, 20),
              over: draw.seconds(2, 9),
              headers: pretender(chromeAgent('windows', 134)),
              where: at('hosting', 'shared-gateway', draw.whole(0, 9)),
            }),
            ...readsOn(draw, message, {
              from: draw.minutes(30, 900),
              headers: browser.page('webmail'),
              where: HOME,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
  ],
};
