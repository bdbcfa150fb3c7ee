import type { Family } from '../family.ts';
import { edge, safari } from '../headers.ts';
import { GOOGLE_PROXY } from '../people.ts';
import { at, click, GOOGLE, issue, open, readsOn } from '../visit.ts';

export const university: Family = {
  name: 'university',
  variants: [
    {
      name: 'lecture-hall',
      note: 'The lecturer mentions the newsletter: iPhones on the campus network click in the same minute.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(3, 300);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            click(
              opened + draw.seconds(4, 60),
              draw.whole(1, message.links),
              safari('iphone', '18.5', 'en-US,en;q=0.9').page('app'),
              at('other', 'shared-campus', draw.whole(3, 18)),
              'human',
            ),
          ];
        }),
    },
    {
      name: 'library-computer',
      note: 'A reader at a public computer, minutes after another one who reads the same newsletter there.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.hours(2, 40),
            headers: edge('windows', 132, 'en-GB,en;q=0.9').page('webmail'),
            where: at('other', 'shared-library', draw.whole(0, 1)),
            count: draw.whole(1, 4),
          }),
        ),
    },
  ],
};
