import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { language } from '../people.ts';
import { at, click, HOME, head, issue } from '../visit.ts';

export const uptimeCheckers: Family = {
  name: 'uptime-checkers',
  variants: [
    {
      name: 'every-five-minutes',
      note: 'Somebody put a tracked link into a monitor, which asks for it every five minutes.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const link = draw.whole(1, message.links);
          const agent = draw.pick([
            'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
            'Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)',
          ]);
          const start = draw.hours(2, 30);
          return Array.from({ length: draw.whole(4, 9) }, (_, round) => {
            const check = click(
              start + round * 300_000 + draw.ms(0, 2_000),
              link,
              { 'user-agent': agent, accept: '*/*' },
              at('hosting', 'shared-monitor'),
              'scanner',
            );
            return draw.chance(0.5) ? head(check) : check;
          });
        }),
    },
    {
      name: 'reader-and-monitor',
      note: 'A reader clicks; later a monitor takes the same link up.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const link = draw.whole(1, message.links);
          const clicked = draw.minutes(5, 300);
          return [
            click(clicked, link, chrome('linux', draw.whole(128, 140), language(draw)).page('app'), HOME, 'human'),
            ...[1, 2, 3].map((round) =>
              head(
                click(
                  clicked + round * 3_600_000 + draw.ms(0, 9_000),
                  link,
                  {
                    'user-agent':
                      'Mozilla/5.0 (Windows NT 6.2; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/98 Safari/537.36 (StatusCake)',
                    accept: '*/*',
                  },
                  at('hosting', 'shared-monitor'),
                  'scanner',
                ),
              ),
            ),
          ];
        }),
    },
  ],
};
