import type { Family } from '../family.ts';
import { edge, pretender } from '../headers.ts';
import { browserGateway, gatewayAgent, plainGateway } from '../machines.ts';
import { desktopBrowser, language, outlookDesktop, phoneBrowser } from '../people.ts';
import { at, click, HOME, head, issue, OFFICE, open, PHONE, readsOn } from '../visit.ts';

export const gatewayRecheck: Family = {
  name: 'gateway-recheck',
  variants: [
    {
      name: 'right-after',
      note: 'Half a second after the reader’s click the gateway fetches the same link from its cloud.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(4, 900);
          const clicked = opened + draw.seconds(6, 200);
          const browser = desktopBrowser(draw);
          const link = draw.whole(1, message.links);
          return [
            open(opened, browser.image('https://outlook.office.com/'), HOME, 'human'),
            click(clicked, link, browser.page('webmail'), HOME, 'human'),
            click(clicked + draw.ms(150, 1_500), link, browserGateway(draw), at('hosting', 'cloud'), 'scanner'),
          ];
        }),
    },
    {
      name: 'every-click-of-three',
      note: 'Three clicks while reading, and three checks beside them from the gateway’s network.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(4, 900);
          const clicks = readsOn(draw, message, {
            from: opened + draw.seconds(9, 100),
            headers: edge('windows', draw.whole(128, 140), language(draw)).page('app'),
            where: OFFICE,
            count: 3,
          });
          const check = plainGateway(draw);
          return [
            open(opened, outlookDesktop(draw), OFFICE, 'human'),
            ...clicks,
            ...clicks.map((one) => ({
              ...one,
              at: one.at + draw.ms(-600, 900),
              headers: check,
              network: 'security' as const,
              place: 'shared-gateway',
              truth: 'scanner' as const,
            })),
          ];
        }),
    },
    {
      name: 'head-before',
      note: 'A HEAD from a cloud some hundred milliseconds before the reader’s own request.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const clicked = draw.minutes(4, 900);
          const link = draw.whole(1, message.links);
          return [
            head(
              click(
                clicked - draw.ms(100, 900),
                link,
                pretender(gatewayAgent(draw)),
                at('hosting', 'cloud'),
                'scanner',
              ),
            ),
            click(clicked, link, phoneBrowser(draw).page('app'), PHONE, 'human'),
          ];
        }),
    },
  ],
};
