import type { Draw } from '../draw.ts';
import type { Family } from '../family.ts';
import { chromeAgent, firefox } from '../headers.ts';
import { language } from '../people.ts';
import { at, HOME, issue, open, readsOn } from '../visit.ts';

const protonProxy = (draw: Draw) => ({
  'user-agent': chromeAgent('windows', draw.whole(100, 124)),
  accept: 'image/*,*/*;q=0.8',
  'accept-encoding': 'gzip, deflate',
});

export const protonMail: Family = {
  name: 'proton-mail',
  variants: [
    {
      name: 'read',
      note: 'Proton fetches the images of a message being read from its own network, under an ordinary browser’s agent.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => [open(draw.minutes(2, 900), protonProxy(draw), at('mail', 'shared-proton'), 'proxied')]),
    },
    {
      name: 'pixel-removed',
      note: 'Proton recognises the pixel and drops it; clicks come through Proton’s VPN or from home.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.minutes(2, 900),
            headers: firefox(draw.pick(['linux', 'windows']), draw.whole(118, 142), language(draw)).page('webmail'),
            where: draw.pick([HOME, at('other', 'shared-vpn'), at('hosting', 'shared-vpn')]),
            count: draw.whole(1, 3),
          }),
        ),
    },
  ],
};
