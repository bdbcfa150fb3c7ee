import {
  EDITIONS,
  type EventFetch,
  type EventKind,
  type IssueId,
  type LinkId,
  NETWORK_KINDS,
  type PublicationId,
  type ReaderEvent,
  type ReaderId,
  SEGMENTS,
  type SectionId,
  VERDICTS,
} from '@readout/events';
import fc from 'fast-check';

export const PUBLICATION = 1 as PublicationId;
export const OTHER_PUBLICATION = 2 as PublicationId;
export const ISSUES = [11, 12, 13] as readonly number[] as readonly IssueId[];
export const LINK_SECTIONS = new Map([
  [101 as LinkId, 51 as SectionId],
  [102 as LinkId, 51 as SectionId],
  [103 as LinkId, 52 as SectionId],
]);
export const BEGINNING = Date.UTC(2026, 2, 2, 6, 34, 5, 123);
const KINDS: readonly EventKind[] = [
  'sent',
  'delivered',
  'bounced',
  'opened',
  'clicked',
  'viewed',
  'paywall_hit',
  'trial_started',
  'converted',
];

/** With a confidence in hundredths, as it is kept. */
export const fetches: fc.Arbitrary<EventFetch> = fc
  .record({
    client: fc.constantFrom('', 'Chrome 142 / Windows', 'Gmail proxy'),
    method: fc.constantFrom('GET' as const, 'HEAD' as const),
    place: fc.integer({ min: 0, max: 0xffff_ffff }),
    shape: fc.integer({ min: 0, max: 1023 }),
    confidence: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
  })
  .chain((fetch) =>
    fc.constantFrom({}, { said: 'apple' as const }, { said: 'bot' as const }).map((said) => ({ ...fetch, ...said })),
  );

type Unplaced = Omit<ReaderEvent, 'origin'>;

const unplaced: fc.Arbitrary<Unplaced> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    time: fc.integer({ min: -3_600_000, max: 60 * 3_600_000 }).map((after) => BEGINNING + after),
    publication: fc.constantFrom(PUBLICATION, PUBLICATION, PUBLICATION, OTHER_PUBLICATION),
    issue: fc.constantFrom<IssueId | null>(...ISSUES, null),
    link: fc.constantFrom(101, 102, 103, 104).map((id) => id as LinkId),
    reader: fc.option(
      fc.integer({ min: 1, max: 40 }).map((id) => id as ReaderId),
      { freq: 10 },
    ),
    segment: fc.constantFrom(...SEGMENTS),
    edition: fc.constantFrom(...EDITIONS),
    verdict: fc.constantFrom(...VERDICTS),
    country: fc.constantFrom('ES', 'US', 'XK'),
    network: fc.constantFrom(...NETWORK_KINDS),
    reasons: fc.subarray(['ordinary_client', "it's\ta\\strange\nname"]),
    domain: fc.constantFrom('example.org', 'mail.example.com'),
    referrer: fc.constantFrom('', 't.co', 'news.example'),
    fetch: fetches,
  })
  .map((event) => ({
    ...event,
    // An issue belongs to one publication.
    issue: event.publication === PUBLICATION ? event.issue : null,
    link: event.kind === 'clicked' ? event.link : null,
    referrer: event.kind === 'viewed' ? event.referrer : '',
    section: null,
    source: 'api' as const,
  }));

/** Events with their origins: a few streams, positions with gaps, in rising order within each stream. */
export const eventStreams: fc.Arbitrary<ReaderEvent[]> = fc
  .array(
    fc.record({
      event: unplaced,
      stream: fc.constantFrom(0, 0, 0, 1, 2),
      gap: fc.integer({ min: 1, max: 3 }),
      parts: fc.constantFrom(1, 1, 1, 3),
    }),
    {
      minLength: 1,
      maxLength: 120,
      size: 'max',
    },
  )
  .map((steps) => {
    const next = [0, 0, 0];
    return steps.flatMap(({ event, stream, gap, parts }) => {
      const position = (next[stream] ?? 0) + gap - 1;
      next[stream] = position + 1;
      const origin = { partition: stream === 2 ? 1 : 0, collector: stream === 1 ? 7 : 1, position };
      // Several events of one record.
      return Array.from({ length: parts }, (_, part) => ({ ...event, origin, part }));
    });
  });

/** A stretch of them, as slice() gives it, but that no record is cut into: its events come together. */
export function wholeRecords(events: readonly ReaderEvent[], from: number, to: number): ReaderEvent[] {
  const boundary = (at: number) => {
    let next = at;
    while ((events[next]?.part ?? 0) > 0) next++;
    return next;
  };
  return events.slice(boundary(from), boundary(to));
}
