import type { Family } from '../family.ts';
import { pretender } from '../headers.ts';
import { gatewayAgent, plainGateway } from '../machines.ts';
import { at, issue, sweep } from '../visit.ts';

export const slowGateway: Family = {
  name: 'slow-gateway',
  variants: [
    {
      name: 'minutes-apart',
      note: 'One link every few minutes out of a cloud, in order, invisible one included: patient but tireless.',
      copies: 5,
      write: (draw) =>
        issue(
          draw,
          (message) =>
            sweep(draw, message, {
              from: draw.minutes(1, 5),
              over: draw.minutes(20, 90),
              headers: plainGateway(draw),
              where: at('hosting', 'shared-gateway', draw.whole(0, 4)),
            }),
          { links: [5, 14] },
        ),
    },
    {
      name: 'head-queue',
      note: 'A queue is worked off with HEAD, half an hour after delivery.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.minutes(15, 45),
            over: draw.minutes(2, 10),
            headers: pretender(gatewayAgent(draw)),
            where: at('hosting', 'shared-gateway'),
            how: 'HEAD',
          }),
        ),
    },
  ],
};
