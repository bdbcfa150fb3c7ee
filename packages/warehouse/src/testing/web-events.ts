import type { EventKind, ReaderEvent, SectionId } from '@readout/events';
import fc from 'fast-check';
import { type Held, held } from './held-events.ts';

export const SECTIONS = [51, 52, 53] as readonly number[] as readonly SectionId[];

const KINDS: readonly EventKind[] = [
  'sent',
  'opened',
  'clicked',
  'viewed',
  'section_read',
  'section_read',
  'section_read',
  'paywall_hit',
  'paywall_hit',
  'offer_shown',
  'trial_started',
  'trial_cancelled',
  'trial_expired',
  'converted',
];
const COUNTRIES = ['ES', 'US', ''];
const REFERRERS = ['', 't.co', 'news.example'];
const CLIENTS = ['Chrome 142 / Windows', 'Chrome 9 / Windows', 'Safari 17 / iOS', 'Gmail proxy', ''];

/** One of several, by where an event stands: the same for the arrival and the settled one. */
const oneOf = <T>(all: readonly T[], { origin, time }: ReaderEvent, seed: number): T =>
  all[(time + origin.position * 7 + origin.collector + seed) % all.length] as T;

/** What the tables hold, with everything that a web page and a subscription report, by few people. */
export const heldOnTheWeb: fc.Arbitrary<Held> = fc.tuple(held, fc.nat(1000)).map(([tables, seed]) => {
  const onTheWeb = (event: ReaderEvent): ReaderEvent => {
    const kind = oneOf(KINDS, event, seed);
    return {
      ...event,
      kind,
      reader: event.reader === null ? null : (((event.reader % 4) + 1) as ReaderEvent['reader']),
      link: kind === 'clicked' ? event.link : null,
      // One of no section, and one of another issue's.
      section: kind === 'section_read' ? oneOf([...SECTIONS, 99 as SectionId, null], event, seed * 3) : null,
      referrer: kind === 'viewed' ? oneOf(REFERRERS, event, seed * 13) : '',
      country: oneOf(COUNTRIES, event, seed * 5),
      fetch: {
        ...(event.fetch ?? { method: 'GET', place: 0, shape: 0, confidence: 1 }),
        client: oneOf(CLIENTS, event, seed * 11),
      },
    };
  };
  return {
    ...tables,
    settled: tables.settled.map(onTheWeb),
    arrivals: tables.arrivals.map(onTheWeb),
    counting: tables.counting.map(onTheWeb),
  };
});
