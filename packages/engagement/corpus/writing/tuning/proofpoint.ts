import type { Family } from '../family.ts';
import { chrome, pretender } from '../headers.ts';
import { browserGateway, gatewayAgent } from '../machines.ts';
import { language } from '../people.ts';
import { at, click, issue, sweep } from '../visit.ts';

export const proofpoint: Family = {
  name: 'proofpoint',
  variants: [
    {
      name: 'own-network',
      note: 'Proofpoint’s sandbox goes through all links from its own network within a minute of delivery.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(2, 45),
            over: draw.seconds(1, 15),
            headers: pretender('Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko', {
              'accept-encoding': 'gzip, deflate',
            }),
            where: at('security', 'shared-proofpoint', draw.whole(0, 25)),
          }),
        ),
    },
    {
      name: 'cloud-sandbox',
      note: 'The same from a rented cloud, in a browser that names nobody, and the invisible link left out.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(5, 90),
            over: draw.seconds(3, 30),
            headers: browserGateway(draw),
            where: at('hosting', 'shared-proofpoint-cloud', draw.whole(0, 8)),
            honeypot: false,
          }),
        ),
    },
    {
      name: 'at-click',
      note: 'URL Defense looks at the target before it lets the reader’s click through.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const clicked = draw.minutes(5, 900);
          const link = draw.whole(1, message.links);
          return [
            click(clicked, link, pretender(gatewayAgent(draw)), at('security', 'shared-proofpoint'), 'scanner'),
            click(
              clicked + draw.ms(300, 2_500),
              link,
              chrome('windows', 138, language(draw)).page('webmail'),
              at('other', 'shared-office'),
              'human',
            ),
          ];
        }),
    },
  ],
};
