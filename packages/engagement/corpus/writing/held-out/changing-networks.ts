import type { Family } from '../family.ts';
import { GOOGLE_PROXY, phoneBrowser } from '../people.ts';
import { click, GOOGLE, HOME, issue, open, PHONE, readsOn } from '../visit.ts';

export const changingNetworks: Family = {
  name: 'changing-networks',
  variants: [
    {
      name: 'leaves-the-house',
      note: 'The first click over the wireless network at home, the next over the mobile one.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 600);
          const headers = phoneBrowser(draw).page('app');
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            click(opened + draw.seconds(6, 60), draw.whole(1, message.links), headers, HOME, 'human'),
            click(opened + draw.minutes(3, 20), draw.whole(1, message.links), headers, PHONE, 'human'),
          ];
        }),
    },
    {
      name: 'mobile-addresses-change',
      note: 'A carrier that gives each connection another address: four clicks, four places, within minutes.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = phoneBrowser(draw).page('app');
          return readsOn(draw, message, {
            from: draw.minutes(3, 600),
            headers,
            where: PHONE,
            count: 4,
            pause: [15, 120],
          }).map((one, index) => ({ ...one, place: `shared-carrier-${index}` }));
        }),
    },
  ],
};
