import type { Family } from '../family.ts';
import { edge, pretender } from '../headers.ts';
import { plainGateway } from '../machines.ts';
import { language, outlookDesktop } from '../people.ts';
import { at, click, issue, open, sweep } from '../visit.ts';

export const mimecast: Family = {
  name: 'mimecast',
  variants: [
    {
      name: 'delivery',
      note: 'Mimecast checks the links from its own network with an old Chrome, several at once.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(1, 30),
            over: draw.ms(300, 3_000),
            headers: pretender(
              'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/40.0.2214.85 Safari/537.36',
              { 'accept-encoding': 'gzip, deflate' },
            ),
            where: at('security', 'shared-mimecast', draw.whole(0, 15)),
          }),
        ),
    },
    {
      name: 'head-only',
      note: 'Only HEAD, without an agent, from its own network.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(2, 60),
            over: draw.seconds(1, 10),
            headers: { accept: '*/*', connection: 'close' },
            where: at('security', 'shared-mimecast'),
            how: 'HEAD',
          }),
        ),
    },
    {
      name: 'click-time',
      note: 'The reader clicks through Mimecast’s page, which had fetched the target a second before.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const clicked = draw.minutes(9, 900);
          const link = draw.whole(1, message.links);
          return [
            open(clicked - draw.seconds(20, 200), outlookDesktop(draw), at('other', 'shared-office'), 'human'),
            click(
              clicked - draw.ms(700, 3_000),
              link,
              plainGateway(draw),
              at('security', 'shared-mimecast'),
              'scanner',
            ),
            click(
              clicked,
              link,
              edge('windows', draw.whole(128, 140), language(draw)).page('webmail'),
              at('other', 'shared-office'),
              'human',
            ),
          ];
        }),
    },
  ],
};
