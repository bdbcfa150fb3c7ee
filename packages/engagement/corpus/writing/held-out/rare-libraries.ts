import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { desktopBrowser, GOOGLE_PROXY } from '../people.ts';
import { at, click, GOOGLE, HOME, head, issue, open, sweep } from '../visit.ts';

export const rareLibraries: Family = {
  name: 'rare-libraries',
  variants: [
    {
      name: 'link-checker',
      note: 'An author’s assistant checks the links of the own copy with a tool for it.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.minutes(1, 60),
            over: draw.seconds(2, 60),
            headers: {
              'user-agent': draw.pick([
                'LinkChecker/10.2 (+https://linkchecker.github.io/linkchecker/)',
                'lychee/0.15.1',
                'W3C-checklink/5.0.0 libwww-perl/6.72',
              ]),
              accept: '*/*',
            },
            where: draw.pick([HOME, at('hosting', 'machine')]),
            how: draw.pick(['GET', 'HEAD']),
          }),
        ),
    },
    {
      name: 'odd-agents',
      note: 'Programs with agents of few words request one link or a few, at no particular time.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.minutes(1, 900),
            over: draw.seconds(1, 20),
            headers: {
              'user-agent': draw.pick([
                'Apache-HttpClient/4.5.13 (Java/1.8.0_372)',
                'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)',
                'libwww-perl/6.67',
                'Ruby',
                'AHC/2.1',
                'lua-resty-http/0.10 (Lua) ngx_lua/10019',
                'PostmanRuntime/7.39.0',
              ]),
            },
            where: at('hosting', 'machine'),
            links: draw.some(message.all, draw.whole(1, 4)),
          }),
        ),
    },
    {
      name: 'monitor-of-a-page',
      note: 'A page-change monitor renders the target of one link every hour with a complete browser in a cloud.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => {
          const link = draw.whole(1, message.links);
          const clicked = draw.minutes(20, 300);
          const page = chrome('linux', 122, 'en-US').page('app');
          return [
            open(clicked - draw.seconds(10, 90), GOOGLE_PROXY, GOOGLE, 'proxied'),
            click(clicked, link, desktopBrowser(draw).page('webmail'), HOME, 'human'),
            ...[1, 2, 3, 4].map((hour) => {
              const check = click(
                clicked + hour * 3_600_000 + draw.ms(0, 3_000),
                link,
                {
                  ...page,
                  'user-agent':
                    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/122.0.0.0 Safari/537.36',
                },
                at('hosting', 'shared-monitor'),
                'scanner',
              );
              return draw.chance(0.3) ? head(check) : check;
            }),
          ];
        }),
    },
  ],
};
