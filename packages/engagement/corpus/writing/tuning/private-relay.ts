import type { Family } from '../family.ts';
import { safari } from '../headers.ts';
import { appleProxy, language } from '../people.ts';
import { at, click, issue, open, readsOn } from '../visit.ts';

export const privateRelay: Family = {
  name: 'private-relay',
  variants: [
    {
      name: 'changes-exit',
      note: 'Safari goes through iCloud Private Relay, whose exit changes between two clicks.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = safari('iphone', draw.pick(['17.4', '18.1', '18.5']), language(draw)).page('app');
          const first = draw.minutes(5, 700);
          const network = draw.chance(0.7) ? 'other' : 'hosting';
          return [
            open(draw.minutes(1, 4), appleProxy(draw), at('other', 'shared-apple-relay'), 'prefetched'),
            click(first, draw.whole(1, message.links), headers, at(network, 'shared-apple-relay-2'), 'human'),
            click(
              first + draw.minutes(1, 9),
              draw.whole(1, message.links),
              headers,
              at(network, 'shared-apple-relay-3'),
              'human',
            ),
          ];
        }),
    },
    {
      name: 'crowded-exit',
      note: 'Another reader clicks through the same exit with the same Safari within a minute.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.minutes(2, 60),
            headers: safari('iphone', '18.5', 'en-US,en;q=0.9').page('app'),
            where: at('other', 'shared-apple-relay', draw.whole(1, 3)),
            count: draw.whole(1, 2),
          }),
        ),
    },
  ],
};
