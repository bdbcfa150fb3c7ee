import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { at, issue, open, sweep } from '../visit.ts';

export const headlessBrowsers: Family = {
  name: 'headless-browsers',
  variants: [
    {
      name: 'named',
      note: 'A headless Chrome that says so renders the message and all its targets.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const version = draw.whole(110, 138);
          const { 'sec-fetch-user': _user, ...page } = chrome('linux', version, 'en-US').page('app');
          const agent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/${version}.0.0.0 Safari/537.36`;
          const headers = {
            ...page,
            'user-agent': agent,
            'sec-ch-ua': `"HeadlessChrome";v="${version}", "Chromium";v="${version}"`,
          };
          const where = at('hosting', 'machine');
          const start = draw.seconds(2, 200);
          return [
            open(start, headers, where, 'scanner'),
            ...sweep(draw, message, { from: start + 900, over: draw.seconds(3, 30), headers, where }),
          ];
        }),
    },
    {
      name: 'disguised-agent',
      note: 'The agent was changed to an ordinary Chrome, but the client hints still say HeadlessChrome.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const version = draw.whole(118, 138);
          const page = chrome('windows', version, 'en-US,en;q=0.9').page('app');
          const headers = {
            ...page,
            'sec-ch-ua': `"HeadlessChrome";v="${version}", "Chromium";v="${version}"`,
            'sec-ch-ua-platform': '"Linux"',
          };
          return sweep(draw, message, {
            from: draw.seconds(3, 60),
            over: draw.seconds(5, 40),
            headers,
            where: at('hosting', 'machine'),
          });
        }),
    },
  ],
};
