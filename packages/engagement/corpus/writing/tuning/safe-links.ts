import type { Family } from '../family.ts';
import { chrome, edge } from '../headers.ts';
import { browserGateway, plainGateway } from '../machines.ts';
import { language, outlookDesktop } from '../people.ts';
import { at, click, head, issue, open, sweep } from '../visit.ts';

export const safeLinks: Family = {
  name: 'safe-links',
  variants: [
    {
      name: 'at-delivery',
      note: 'Defender detonates every link in a real browser on Azure as the message comes in.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.ms(200, 4_000),
            over: draw.ms(800, 9_000),
            headers: browserGateway(draw),
            where: at('hosting', 'shared-defender', draw.whole(0, 40)),
          }),
        ),
    },
    {
      name: 'head-and-get',
      note: 'Each link is asked for with HEAD and then fetched, without Sec-Fetch, from two addresses of Azure.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = plainGateway(draw);
          return sweep(draw, message, {
            from: draw.seconds(1, 20),
            over: draw.seconds(2, 20),
            headers,
            where: at('hosting', 'shared-defender', draw.whole(0, 12)),
            how: 'HEAD then GET',
          }).map((fetch) => (fetch.method === 'GET' ? { ...fetch, place: 'shared-defender-2' } : fetch));
        }),
    },
    {
      name: 'at-click-only',
      note: 'Nothing at delivery; as the reader clicks, Azure checks the same link in the same moment.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(5, 600);
          const clicked = opened + draw.seconds(8, 300);
          const link = draw.whole(1, message.links);
          const office = at('other', 'shared-office');
          const check = click(
            clicked - draw.ms(150, 1_400),
            link,
            plainGateway(draw),
            at('hosting', 'shared-defender'),
            'scanner',
          );
          return [
            open(opened, outlookDesktop(draw), office, 'human'),
            draw.chance(0.4) ? head(check) : check,
            click(clicked, link, edge('windows', draw.whole(128, 140), language(draw)).page('app'), office, 'human'),
          ];
        }),
    },
    {
      name: 'pixel-too',
      note: 'The whole message is rendered on Azure: pixel and links, all with one complete browser.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const browser = chrome('windows', draw.whole(112, 136), 'en-US,en;q=0.9');
          const where = at('hosting', 'shared-defender', draw.whole(0, 20));
          const start = draw.ms(500, 6_000);
          return [
            open(start, browser.image(''), where, 'scanner'),
            ...sweep(draw, message, {
              from: start + 400,
              over: draw.seconds(1, 8),
              headers: browser.page('app'),
              where,
            }),
          ];
        }),
    },
  ],
};
