import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { plainGateway } from '../machines.ts';
import { language, outlookDesktop } from '../people.ts';
import { at, click, issue, OFFICE, open, sweep } from '../visit.ts';

export const cisco: Family = {
  name: 'cisco-secure-email',
  variants: [
    {
      name: 'appliance',
      note: 'Cisco’s appliance asks for the targets of all links from the vendor’s own network as an Internet Explorer.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.ms(800, 12_000),
            over: draw.seconds(2, 25),
            headers: {
              accept: 'text/html, application/xhtml+xml, */*',
              'accept-language': 'en-US',
              'user-agent': 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
              'accept-encoding': 'gzip, deflate',
            },
            where: at('security', 'shared-cisco', draw.whole(0, 10)),
          }),
        ),
    },
    {
      name: 'outbreak-filter',
      note: 'The message is held back and checked link by link a quarter of an hour after the server took it.',
      copies: 3,
      write: (draw) =>
        issue(
          draw,
          (message) =>
            sweep(draw, message, {
              from: draw.minutes(9, 30),
              over: draw.seconds(20, 120),
              headers: plainGateway(draw),
              where: at('hosting', 'shared-cisco-cloud', draw.whole(0, 3)),
            }),
          { links: [6, 16] },
        ),
    },
    {
      name: 'at-click',
      note: 'Cisco’s cloud looks at the page while the reader’s browser waits on the interstitial.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(7, 500);
          const clicked = opened + draw.seconds(9, 120);
          const link = draw.whole(1, message.links);
          return [
            open(opened, outlookDesktop(draw), OFFICE, 'human'),
            click(clicked - draw.ms(1_000, 4_000), link, plainGateway(draw), at('security', 'shared-cisco'), 'scanner'),
            click(
              clicked,
              link,
              chrome('windows', draw.whole(126, 140), language(draw)).page('webmail'),
              OFFICE,
              'human',
            ),
          ];
        }),
    },
  ],
};
