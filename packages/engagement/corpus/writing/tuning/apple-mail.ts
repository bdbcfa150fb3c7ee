import type { Draw } from '../draw.ts';
import type { Family } from '../family.ts';
import { safari } from '../headers.ts';
import { appleProxy, iphoneSafari, language } from '../people.ts';
import { at, click, HOME, issue, open, PHONE, readsOn } from '../visit.ts';

/** The relay's exits are run by content networks; most look like no data centre, a few are taken for one. */
const relay = (draw: Draw) => at(draw.chance(0.85) ? 'other' : 'hosting', 'shared-apple-relay');

export const appleMail: Family = {
  name: 'apple-mail',
  variants: [
    {
      name: 'prefetch-only',
      note: 'Apple fetches the pixel while the phone charges; nobody is known to read.',
      copies: 5,
      write: (draw) =>
        issue(draw, () => [
          open(draw.chance(0.5) ? draw.minutes(1, 40) : draw.hours(1, 9), appleProxy(draw), relay(draw), 'prefetched'),
        ]),
    },
    {
      name: 'prefetch-then-click',
      note: 'Apple fetches first; later the reader taps links, which open in Safari from the home network.',
      copies: 6,
      write: (draw) =>
        issue(draw, (message) => {
          const fetched = draw.minutes(2, 90);
          const where = draw.pick([HOME, PHONE]);
          const headers = iphoneSafari(draw).page('app');
          return [
            open(fetched, appleProxy(draw), relay(draw), 'prefetched'),
            ...readsOn(draw, message, {
              from: fetched + draw.minutes(4, 500),
              headers,
              where,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'two-devices',
      note: 'Two devices with the same account make Apple fetch twice, hours apart, from different exits.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => [
          open(draw.minutes(1, 25), appleProxy(draw), at('other', 'shared-apple-relay'), 'prefetched'),
          open(draw.hours(2, 14), appleProxy(draw), at('other', 'shared-apple-relay-2'), 'prefetched'),
        ]),
    },
    {
      name: 'prefetch-as-it-opens',
      note: 'The reader opens before Apple got round to it: the pixel comes through the relay just then, with the tap seconds after it.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const when = draw.seconds(35, 400);
          return [
            open(when - draw.seconds(4, 30), appleProxy(draw), relay(draw), 'prefetched'),
            click(when, draw.whole(1, message.links), iphoneSafari(draw).page('app'), HOME, 'human'),
          ];
        }),
    },
    {
      name: 'mac-click-next-day',
      note: 'Prefetched in the evening, read on the Mac over breakfast.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          open(draw.minutes(3, 60), appleProxy(draw), relay(draw), 'prefetched'),
          ...readsOn(draw, message, {
            from: draw.hours(9, 20),
            headers: safari('mac', draw.pick(['17.6', '18.1', '18.5']), language(draw)).page('app'),
            where: HOME,
            count: draw.whole(1, 5),
          }),
        ]),
    },
  ],
};
