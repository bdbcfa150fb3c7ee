import type { Family } from '../family.ts';
import { pretender } from '../headers.ts';
import { at, issue, open, sweep } from '../visit.ts';

export const symantec: Family = {
  name: 'symantec',
  variants: [
    {
      name: 'link-following',
      note: 'The cloud service follows each link out of Amazon, HEAD first, with a Firefox of 2017.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(1, 14),
            over: draw.seconds(2, 12),
            headers: pretender('Mozilla/5.0 (Windows NT 6.1; WOW64; rv:52.0) Gecko/20100101 Firefox/52.0', {
              'accept-encoding': 'gzip',
            }),
            where: at('hosting', 'shared-symantec', draw.whole(0, 7)),
            how: 'HEAD then GET',
          }),
        ),
    },
    {
      name: 'some-links',
      note: 'Only links to hosts it has not seen lately are followed: two or three, the pixel with them.',
      copies: 3,
      write: (draw) =>
        issue(
          draw,
          (message) => {
            const where = at('hosting', 'shared-symantec', draw.whole(1, 7));
            const headers = pretender('Mozilla/5.0 (Windows NT 10.0; WOW64; rv:50.0) Gecko/20100101 Firefox/50.0');
            const start = draw.ms(700, 8_000);
            return [
              open(start, headers, where, 'scanner'),
              ...sweep(draw, message, {
                from: start,
                over: draw.ms(800, 4_000),
                headers,
                where,
                links: draw.some(message.all, draw.whole(2, 3)),
              }),
            ];
          },
          { honeypot: false },
        ),
    },
  ],
};
