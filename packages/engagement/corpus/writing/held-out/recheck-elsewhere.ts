import type { Family } from '../family.ts';
import { plainGateway } from '../machines.ts';
import { desktopBrowser, GOOGLE_PROXY, phoneBrowser } from '../people.ts';
import { at, click, GOOGLE, HOME, head, issue, open, PHONE } from '../visit.ts';

export const recheckElsewhere: Family = {
  name: 'recheck-elsewhere',
  variants: [
    {
      name: 'copied-agent',
      note: 'The gateway’s check at the moment of the click repeats the reader’s own agent, from a cloud, with little else.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(4, 700);
          const clicked = opened + draw.seconds(8, 150);
          const link = draw.whole(1, message.links);
          const page = desktopBrowser(draw).page('webmail');
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            click(
              clicked - draw.ms(200, 1_200),
              link,
              { 'user-agent': page['user-agent'] ?? '', accept: '*/*' },
              at('hosting', 'cloud'),
              'scanner',
            ),
            click(clicked, link, page, HOME, 'human'),
          ];
        }),
    },
    {
      name: 'head-from-a-line',
      note: 'The check is a HEAD from what looks like an ordinary line.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const clicked = draw.minutes(4, 700);
          const link = draw.whole(1, message.links);
          return [
            head(click(clicked - draw.ms(100, 1_500), link, plainGateway(draw), at('other', 'somewhere'), 'scanner')),
            click(clicked, link, phoneBrowser(draw).page('app'), PHONE, 'human'),
          ];
        }),
    },
  ],
};
