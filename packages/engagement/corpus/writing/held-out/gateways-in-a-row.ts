import type { Family } from '../family.ts';
import { edge } from '../headers.ts';
import { browserGateway, plainGateway } from '../machines.ts';
import { desktopBrowser, GOOGLE_PROXY, language, outlookDesktop } from '../people.ts';
import { at, click, GOOGLE, issue, OFFICE, open, readsOn, sweep } from '../visit.ts';

export const gatewaysInARow: Family = {
  name: 'gateways-in-a-row',
  variants: [
    {
      name: 'two-then-reader',
      note: 'The provider’s and the employer’s gateway both go through all links; then the reader reads.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(5, 300);
          return [
            ...sweep(draw, message, {
              from: draw.ms(400, 3_000),
              over: draw.seconds(1, 4),
              headers: plainGateway(draw),
              where: at('security', 'shared-gateway-1', draw.whole(0, 9)),
            }),
            ...sweep(draw, message, {
              from: draw.seconds(4, 30),
              over: draw.seconds(3, 14),
              headers: browserGateway(draw),
              where: at('hosting', 'shared-gateway-2', draw.whole(0, 9)),
              honeypot: false,
            }),
            open(opened, outlookDesktop(draw), OFFICE, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(7, 200),
              headers: edge('windows', draw.whole(126, 140), language(draw)).page('app'),
              where: OFFICE,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'forwarded-through-another',
      note: 'The reader forwards to a firm whose gateway checks the links hours later; then the colleague clicks.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(3, 200);
          const forwarded = opened + draw.hours(1, 9);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...sweep(draw, message, {
              from: forwarded,
              over: draw.seconds(2, 9),
              headers: plainGateway(draw),
              where: at('hosting', 'shared-gateway'),
            }),
            click(
              forwarded + draw.minutes(4, 90),
              draw.whole(1, message.links),
              desktopBrowser(draw).page('app'),
              at('other', 'elsewhere'),
              'human',
            ),
          ];
        }),
    },
  ],
};
