import type { Family } from '../family.ts';
import { chromeAgent, pretender } from '../headers.ts';
import { plainGateway } from '../machines.ts';
import { at, click, head, issue, open } from '../visit.ts';

export const singleLinkGateway: Family = {
  name: 'single-link-gateway',
  variants: [
    {
      name: 'head',
      note: 'One link, HEAD, some seconds after delivery, from a data centre.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          head(
            click(
              draw.seconds(1, 30),
              draw.whole(1, message.links),
              plainGateway(draw),
              at('hosting', 'cloud'),
              'scanner',
            ),
          ),
        ]),
    },
    {
      name: 'crowd',
      note: 'One link, but for thirty readers of the issue at once, from one cloud with one agent.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => [
          click(
            draw.seconds(1, 20),
            draw.whole(1, message.links),
            plainGateway(draw),
            at('hosting', 'shared-gateway', draw.whole(12, 60)),
            'scanner',
          ),
        ]),
    },
    {
      name: 'pixel-and-one-link',
      note: 'The pixel and one link in the same second, two seconds after delivery, out of a cloud.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = plainGateway(draw);
          const when = draw.ms(700, 4_000);
          const where = at('hosting', 'shared-gateway', draw.whole(0, 9));
          return [
            open(when, headers, where, 'scanner'),
            click(when + draw.ms(50, 700), draw.whole(1, message.links), headers, where, 'scanner'),
          ];
        }),
    },
    {
      name: 'looks-like-anyone',
      note: 'A Chrome without a browser’s headers, one link, within a minute, from a home network: a stripped browser or a gateway behind a residential exit.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          click(
            draw.seconds(10, 60),
            draw.whole(1, message.links),
            pretender(chromeAgent('windows', 120)),
            at('other', 'somewhere'),
            'unclear',
          ),
        ]),
    },
  ],
};
