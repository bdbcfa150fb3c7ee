import type { Family } from '../family.ts';
import { chromeAgent, pretender } from '../headers.ts';
import { at, issue, sweep } from '../visit.ts';

export const googleWorkspace: Family = {
  name: 'google-workspace',
  variants: [
    {
      name: 'google-safety',
      // Documented among Google's special-case crawlers.
      note: 'Google looks for abuse behind the links, under the name it documents.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(2, 120),
            over: draw.seconds(2, 60),
            headers: {
              'user-agent': draw.pick([
                'Google-Safety',
                'Mozilla/5.0 (compatible; Google-Safety; +http://www.google.com/bot.html)',
              ]),
              accept: '*/*',
            },
            where: at('mail', 'shared-google'),
            links: draw.some(message.all, draw.whole(1, message.links)),
          }),
        ),
    },
    {
      name: 'anonymous-check',
      note: 'From Google’s own network all links are fetched by a Chrome that is no one’s, seconds after delivery.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(1, 15),
            over: draw.seconds(1, 6),
            headers: {
              ...pretender(chromeAgent('linux', draw.pick([125, 131, 134]))),
              'accept-encoding': 'gzip, deflate, br',
            },
            where: at('mail', 'shared-google', draw.whole(0, 5)),
          }),
        ),
    },
  ],
};
