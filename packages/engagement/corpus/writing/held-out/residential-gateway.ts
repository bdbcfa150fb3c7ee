import type { Family } from '../family.ts';
import { browserGateway, plainGateway } from '../machines.ts';
import { desktopBrowser } from '../people.ts';
import { at, click, issue, sweep } from '../visit.ts';

export const residentialGateway: Family = {
  name: 'residential-gateway',
  variants: [
    {
      name: 'burst-with-honeypot',
      note: 'A complete browser behind an ordinary line opens everything in seconds, the invisible link too.',
      copies: 4,
      write: (draw) =>
        issue(
          draw,
          (message) =>
            sweep(draw, message, {
              from: draw.seconds(2, 30),
              over: draw.seconds(1, 6),
              headers: desktopBrowser(draw).page('app'),
              where: at('other', 'somewhere'),
            }),
          { honeypot: true },
        ),
    },
    {
      name: 'many-lines',
      note: 'Every link from another ordinary line, with another browser, all within a few seconds of delivery.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          message.all.map((link) =>
            click(
              draw.ms(1_000, 7_000),
              link,
              desktopBrowser(draw).page('app'),
              at('other', `somewhere-${link}`),
              'scanner',
            ),
          ),
        ),
    },
    {
      name: 'stripped-burst',
      note: 'An agent and nothing else, ordinary line, all links in under two seconds, right after delivery.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.ms(400, 6_000),
            over: draw.ms(300, 1_800),
            headers: plainGateway(draw),
            where: at('other', 'somewhere'),
          }),
        ),
    },
    {
      name: 'one-link-nobody-knows',
      note: 'One complete browser, one link, half a minute after delivery, no open: an eager reader or a careful gateway.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => [
          click(
            draw.seconds(20, 50),
            draw.whole(1, message.links),
            browserGateway(draw),
            at('other', 'somewhere'),
            'unclear',
          ),
        ]),
    },
  ],
};
