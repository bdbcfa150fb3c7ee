import type { Family } from '../family.ts';
import { pretender } from '../headers.ts';
import { gatewayAgent, plainGateway } from '../machines.ts';
import { at, click, issue, sweep } from '../visit.ts';

export const barracuda: Family = {
  name: 'barracuda',
  variants: [
    {
      name: 'sentinel',
      note: 'Barracuda’s sentinel names itself and goes through all links.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.ms(400, 9_000),
            over: draw.ms(500, 5_000),
            headers: { 'user-agent': 'Barracuda Sentinel (EE)', accept: '*/*', 'accept-encoding': 'gzip, deflate' },
            where: at(draw.pick(['hosting', 'security']), 'shared-barracuda', draw.whole(0, 9)),
          }),
        ),
    },
    {
      name: 'first-link-only',
      note: 'Only the first link, within seconds, from its own network with a browser’s agent.',
      copies: 4,
      write: (draw) =>
        issue(draw, () => [
          click(
            draw.ms(500, 7_000),
            1,
            plainGateway(draw),
            at('security', 'shared-barracuda', draw.whole(2, 30)),
            'scanner',
          ),
        ]),
    },
    {
      name: 'cloud-burst',
      note: 'All links at once out of Amazon with a browser’s agent and nothing else.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.ms(300, 5_000),
            over: draw.ms(200, 2_000),
            headers: pretender(gatewayAgent(draw)),
            where: at('hosting', 'shared-barracuda-cloud', draw.whole(0, 6)),
          }),
        ),
    },
  ],
};
