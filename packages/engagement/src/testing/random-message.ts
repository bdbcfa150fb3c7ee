import { HEADER_SHAPE, NETWORK_KINDS } from '@readout/events';
import fc from 'fast-check';
import { AGENT_NOT_KEPT } from '../client.ts';
import type { Message, Seen, Surroundings } from '../seen.ts';

const DELIVERED = 1_790_000_000_000;
const HONEYPOT = 99;

const CLIENTS = [
  '',
  'Chrome 142 / Windows',
  'Chrome 72 / Windows',
  'Safari 18 / iOS',
  'Outlook 16 / Windows',
  'Lynx 2 / other',
  'program / other',
  'Apple Mail privacy',
  'Gmail proxy',
  'Gmail prefetch',
  'Mail image proxy',
  'curl',
  AGENT_NOT_KEPT,
];
const BROWSER = HEADER_SHAPE.known | HEADER_SHAPE.acceptLanguage | HEADER_SHAPE.secFetch | HEADER_SHAPE.acceptsHtml;

/** Times lie close together, around delivery or some minutes later, so that fetches have to do with each other. */
const randomTime = fc.oneof(
  fc.integer({ min: -5_000, max: 90_000 }),
  fc.integer({ min: 0, max: 15 * 60_000 }),
  fc.constantFrom(0, 1000, 10_000, 60_000, 300_000),
);

const randomSeen: fc.Arbitrary<Seen> = fc
  .record({
    kind: fc.constantFrom('opened', 'clicked', 'clicked'),
    time: randomTime.map((after) => DELIVERED + after),
    link: fc.constantFrom(1, 2, 3, 4, HONEYPOT),
    method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD'),
    client: fc.constantFrom(...CLIENTS),
    network: fc.constantFrom(...NETWORK_KINDS),
    place: fc.constantFrom(0, 1, 2, 3),
    shape: fc.oneof(fc.constantFrom(0, HEADER_SHAPE.known, BROWSER), fc.integer({ min: 0, max: 1023 })),
    said: fc.constantFrom('nothing', 'nothing', 'nothing', 'bot', 'apple', 'gmail', 'person'),
  } as const)
  .map((seen) => (seen.kind === 'opened' ? { ...seen, link: 0 } : seen));

export const randomMessage: fc.Arbitrary<Message> = fc.record({
  deliveredAt: fc.constantFrom(DELIVERED, DELIVERED, DELIVERED, null),
  links: fc.constantFrom(0, 1, 3, 4),
  honeypots: fc.constantFrom(new Set<number>(), new Set([HONEYPOT])),
  seen: fc.array(randomSeen, { maxLength: 12 }),
});

/** A crowd that hangs on the fetch alone. */
export const someCrowd: Surroundings = { crowd: (seen) => (seen.place === 3 ? seen.link * 4 : 0) };
