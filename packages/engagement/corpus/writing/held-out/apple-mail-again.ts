import type { Family } from '../family.ts';
import { safari } from '../headers.ts';
import { plainGateway } from '../machines.ts';
import { appleProxy, GMAIL_PREFETCH, language } from '../people.ts';
import { at, click, GOOGLE, HOME, issue, open, PHONE, readsOn, sweep } from '../visit.ts';

const RELAY = at('other', 'shared-apple-relay');

export const appleMailAgain: Family = {
  name: 'apple-mail-again',
  variants: [
    {
      name: 'twenty-hours-later',
      note: 'The phone lay in a drawer: Apple fetches nearly a day after delivery, and nobody is known to read.',
      copies: 2,
      write: (draw) =>
        issue(draw, () => [
          open(
            draw.hours(18, 40),
            appleProxy(draw),
            draw.chance(0.5) ? RELAY : at('unknown', 'shared-apple-relay'),
            'prefetched',
          ),
        ]),
    },
    {
      name: 'quick-tap-through-relay',
      note: 'Prefetched at once; ten seconds after delivery a tap, also through the relay.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          open(draw.seconds(2, 5), appleProxy(draw), RELAY, 'prefetched'),
          click(
            draw.seconds(7, 14),
            draw.whole(1, message.links),
            safari('iphone', draw.pick(['17.6', '18.5']), language(draw)).page('app'),
            at('other', 'shared-apple-relay-2'),
            'human',
          ),
        ]),
    },
    {
      name: 'other-account-in-gmail',
      note: 'Gmail’s mailbox read in Apple Mail: both companies fetch ahead, then a click on the Mac.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => [
          open(draw.seconds(2, 60), GMAIL_PREFETCH, GOOGLE, 'prefetched'),
          open(draw.minutes(3, 60), appleProxy(draw), RELAY, 'prefetched'),
          click(
            draw.minutes(70, 900),
            draw.whole(1, message.links),
            safari('mac', '18.1', language(draw)).page('app'),
            HOME,
            'human',
          ),
        ]),
    },
    {
      name: 'behind-a-gateway',
      note: 'A gateway goes through all links at delivery, Apple prefetches, and the reader taps over lunch.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          ...sweep(draw, message, {
            from: draw.seconds(1, 9),
            over: draw.seconds(1, 8),
            headers: plainGateway(draw),
            where: at('hosting', 'shared-gateway', draw.whole(0, 6)),
          }),
          open(draw.minutes(2, 40), appleProxy(draw), RELAY, 'prefetched'),
          ...readsOn(draw, message, {
            from: draw.minutes(41, 400),
            headers: safari('iphone', '18.5', language(draw)).page('app'),
            where: PHONE,
            count: draw.whole(1, 2),
          }),
        ]),
    },
  ],
};
