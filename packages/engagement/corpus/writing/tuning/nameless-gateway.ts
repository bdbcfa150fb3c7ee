import type { Family } from '../family.ts';
import { browserGateway, plainGateway } from '../machines.ts';
import { at, click, issue, sweep } from '../visit.ts';

export const namelessGateway: Family = {
  name: 'nameless-gateway',
  variants: [
    {
      name: 'full-browser-on-hosting',
      note: 'Some vendor’s browser in a data centre, complete headers, every link within seconds of delivery.',
      copies: 6,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.ms(600, 25_000),
            over: draw.seconds(1, 14),
            headers: browserGateway(draw),
            where: at('hosting', 'cloud', 0),
          }),
        ),
    },
    {
      name: 'address-per-link',
      note: 'Every link is fetched from another address and with another agent, all within ten seconds.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          message.all.map((link) =>
            click(
              draw.ms(900, 10_000),
              link,
              plainGateway(draw),
              at(draw.chance(0.8) ? 'hosting' : 'other', `cloud-${draw.whole(1, 9)}`),
              'scanner',
            ),
          ),
        ),
    },
    {
      name: 'honeypot-first',
      note: 'Goes through the source, so the invisible link is fetched as readily as the others; no agent.',
      copies: 3,
      write: (draw) =>
        issue(
          draw,
          (message) =>
            sweep(draw, message, {
              from: draw.seconds(1, 40),
              over: draw.seconds(1, 10),
              headers: { accept: '*/*' },
              where: at('other', 'somewhere'),
            }),
          { honeypot: true },
        ),
    },
  ],
};
