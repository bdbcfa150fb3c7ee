import type { Draw } from '../draw.ts';
import type { Family } from '../family.ts';
import { chrome, safari } from '../headers.ts';
import { language } from '../people.ts';
import { HOME, issue, PHONE, readsOn } from '../visit.ts';

const duckDuckGo = (draw: Draw) => {
  const os = draw.pick(['17.5', '18.1', '18.4']);
  const page = safari('iphone', os, language(draw)).page('app');
  const iphone = {
    ...page,
    'user-agent': `Mozilla/5.0 (iPhone; CPU iPhone OS ${os.replace('.', '_')} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${os} Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`,
  };
  const droid = chrome('android', draw.whole(124, 138), language(draw)).page('app');
  const android = {
    ...droid,
    'user-agent': `${droid['user-agent'] ?? ''}`.replace('Mobile Safari', 'Mobile DuckDuckGo/5 Safari'),
    'sec-gpc': '1',
  };
  return draw.pick([iphone, android]);
};

export const duckDuckGoProtection: Family = {
  name: 'duckduckgo-protection',
  variants: [
    {
      name: 'no-pixel',
      note: 'The reader’s forwarding address takes the pixel out; only clicks from DuckDuckGo’s browser are left.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.minutes(2, 900),
            headers: duckDuckGo(draw),
            where: draw.pick([HOME, PHONE]),
            count: draw.whole(1, 3),
          }),
        ),
    },
    {
      name: 'several-links-quickly',
      note: 'No pixel, and three links one after the other within some seconds each, a minute after delivery.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.seconds(40, 120),
            headers: duckDuckGo(draw),
            where: PHONE,
            count: 3,
            pause: [2, 9],
          }),
        ),
    },
  ],
};
