import type { Family } from '../family.ts';
import { edge } from '../headers.ts';
import { browserGateway, plainGateway } from '../machines.ts';
import { language, outlookDesktop } from '../people.ts';
import { at, click, HOME, head, issue, OFFICE, open, readsOn, sweep } from '../visit.ts';

export const safeLinksAgain: Family = {
  name: 'safe-links-again',
  variants: [
    {
      name: 'before-delivery',
      note: 'All links are detonated while the server still holds the message, so they come in its very first moment.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.ms(0, 60),
            over: draw.ms(200, 1_500),
            headers: browserGateway(draw),
            where: at('hosting', 'shared-defender', draw.whole(0, 30)),
            honeypot: false,
          }),
        ),
    },
    {
      name: 'second-look-hours-later',
      note: 'Checked at delivery and again hours later, after new intelligence; the reader reads in between.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const where = at('hosting', 'shared-defender', draw.whole(0, 9));
          const opened = draw.minutes(20, 120);
          return [
            ...sweep(draw, message, {
              from: draw.ms(300, 4_000),
              over: draw.seconds(1, 7),
              headers: plainGateway(draw),
              where,
            }),
            open(opened, outlookDesktop(draw), OFFICE, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(8, 120),
              headers: edge('windows', draw.whole(128, 140), language(draw)).page('app'),
              where: OFFICE,
              count: draw.whole(1, 2),
            }),
            ...sweep(draw, message, {
              from: opened + draw.hours(2, 6),
              over: draw.seconds(1, 7),
              headers: plainGateway(draw),
              where,
            }),
          ];
        }),
    },
    {
      name: 'two-checks-a-click',
      note: 'One click of the reader, and two checks of it from different addresses of Azure, one HEAD and one GET.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const clicked = draw.minutes(6, 900);
          const link = draw.whole(1, message.links);
          const check = plainGateway(draw);
          return [
            head(click(clicked - draw.ms(300, 900), link, check, at('hosting', 'shared-defender'), 'scanner')),
            click(clicked, link, edge('windows', draw.whole(128, 140), language(draw)).page('webmail'), HOME, 'human'),
            click(
              clicked + draw.ms(100, 900),
              link,
              browserGateway(draw),
              at('hosting', 'shared-defender-2'),
              'scanner',
            ),
          ];
        }),
    },
  ],
};
