import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { plainGateway } from '../machines.ts';
import { outlookDesktop } from '../people.ts';
import { at, click, issue, OFFICE, open, sweep } from '../visit.ts';

export const proofpointAgain: Family = {
  name: 'proofpoint-again',
  variants: [
    {
      name: 'no-agent',
      note: 'From Proofpoint’s network, without an agent, invisible link included, half a minute in.',
      copies: 3,
      write: (draw) =>
        issue(
          draw,
          (message) =>
            sweep(draw, message, {
              from: draw.seconds(15, 50),
              over: draw.seconds(4, 20),
              headers: { accept: '*/*', 'accept-encoding': 'identity' },
              where: at('security', 'shared-proofpoint', draw.whole(0, 12)),
            }),
          { honeypot: true },
        ),
    },
    {
      name: 'isolation',
      note: 'The employer shows web pages in a remote browser: the reader’s single click arrives as a Chrome on Amazon.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(8, 400);
          return [
            open(opened, outlookDesktop(draw), OFFICE, 'human'),
            click(
              opened + draw.seconds(15, 120),
              draw.whole(1, message.links),
              chrome('linux', draw.whole(126, 138), 'en-US,en;q=0.9').page('app'),
              at('hosting', 'shared-isolation'),
              'human',
            ),
          ];
        }),
    },
    {
      name: 'three-rounds',
      note: 'The same links three times within ten minutes, from different addresses of a cloud each time.',
      copies: 3,
      write: (draw) =>
        issue(
          draw,
          (message) =>
            [1, 2, 3].flatMap((round) =>
              sweep(draw, message, {
                from: draw.seconds(5, 30) + (round - 1) * 200_000,
                over: draw.seconds(2, 15),
                headers: plainGateway(draw),
                where: at('hosting', `shared-proofpoint-cloud-${round}`),
              }),
            ),
          { links: [4, 9] },
        ),
    },
  ],
};
