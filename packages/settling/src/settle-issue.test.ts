import { describe, expect, test } from '@jest/globals';
import { BUILT_IN, clientOf, type Judgement, look, settle } from '@readout/engagement';
import type { LinkId, ReaderEvent, ReaderId } from '@readout/events';
import fc from 'fast-check';
import { isFetch, type Kept, seenOf } from './fetched.ts';
import { type IssueFacts, settleIssue } from './settle-issue.ts';

const NOON = Date.UTC(2026, 2, 2, 12);
const FACTS: IssueFacts = { links: 4, honeypots: new Set([9]), rules: BUILT_IN };
const CHROME = clientOf(
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
);
const CLIENTS = [CHROME, 'Apple Mail Privacy', 'Gmail proxy', 'curl', ''];

type Event = Kept & Pick<ReaderEvent, 'domain'>;
const events: fc.Arbitrary<Event> = fc
  .record({
    kind: fc.constantFrom('opened' as const, 'clicked' as const, 'clicked' as const, 'delivered' as const),
    time: fc.integer({ min: 0, max: 200_000 }).map((after) => NOON + after),
    link: fc.constantFrom(1, 2, 3, 4, 9).map((id) => id as LinkId),
    reader: fc.option(
      fc.integer({ min: 1, max: 3 }).map((id) => id as ReaderId),
      { freq: 12 },
    ),
    network: fc.constantFrom('other' as const, 'hosting' as const, 'security' as const),
    fetch: fc.record({
      client: fc.constantFrom(...CLIENTS),
      method: fc.constantFrom('GET' as const, 'GET' as const, 'HEAD' as const),
      place: fc.constantFrom(0, 1, 2),
      shape: fc.constantFrom(0, 512, 1023),
      confidence: fc.constant(0),
    }),
    saidBefore: fc.constantFrom(null, null, null, null, null, 'bot' as const, 'apple' as const, 'person' as const),
    said: fc.constantFrom(null, null, null, 'bot' as const, 'apple' as const, 'person' as const),
  })
  .map(({ fetch, link, said, saidBefore, ...event }) => ({
    ...event,
    link: event.kind === 'clicked' ? link : null,
    ...(event.kind === 'delivered'
      ? {}
      : said === null
        ? { fetch: saidBefore === null ? fetch : { ...fetch, said: saidBefore } }
        : { sighting: { client: fetch.client, place: fetch.place, said } }),
  }));
const few = fc.array(events, { maxLength: 14 });

/** What is said of a fetch that says nothing yet, by a look at all that might say something. */
function plainlySaid(theirs: readonly Event[], fetch: Event) {
  const about = theirs.filter(
    ({ kind, link, time, sighting }) =>
      sighting !== undefined &&
      kind === fetch.kind &&
      (link === null || fetch.link === null || link === fetch.link) &&
      Math.abs(time - fetch.time) <= 60_000 &&
      sighting.client === fetch.fetch?.client &&
      (sighting.client !== '' || (sighting.place !== 0 && sighting.place === fetch.fetch.place)),
  );
  const nearest = Math.min(...about.map(({ time }) => Math.abs(time - fetch.time)));
  const words = about
    .filter(({ time }) => Math.abs(time - fetch.time) === nearest)
    .flatMap(({ sighting }) => sighting?.said ?? []);
  return words.sort()[0] ?? fetch.fetch?.said ?? 'nothing';
}

/** Message by message, as packages/engagement has it, without any short cut. */
function plainly(fresh: readonly Event[], around: readonly Event[]): (Judgement | null)[] {
  const all = [...around, ...fresh];
  return fresh.map((event) => {
    if (!isFetch(event)) return null;
    const theirs = all.filter(({ reader }) => reader === event.reader);
    const fetches = theirs.filter(isFetch);
    const deliveries = theirs.filter(({ kind }) => kind === 'delivered').map(({ time }) => time);
    const crowd = ({ client, place, time }: { client: string; place: number; time: number }) =>
      new Set(
        all.flatMap((other) =>
          other.kind === 'clicked' &&
          isFetch(other) &&
          other.reader !== event.reader &&
          other.fetch.client === client &&
          other.fetch.place === place &&
          Math.abs(other.time - time) <= 60_000
            ? [other.reader]
            : [],
        ),
      ).size;
    const settled = settle(
      {
        deliveredAt: deliveries.length === 0 ? null : Math.min(...deliveries),
        links: FACTS.links,
        honeypots: FACTS.honeypots,
        seen: fetches.map((one) => ({ ...seenOf(one), said: plainlySaid(theirs, one) })),
      },
      { crowd },
      FACTS.rules,
    );
    return settled[fetches.indexOf(event)] ?? null;
  });
}

describe('an issue settled', () => {
  test('gives what each message by itself gives', () => {
    fc.assert(
      fc.property(few, few, (fresh, around) => {
        const plain = plainly(fresh, around);
        expect(settleIssue(FACTS, fresh, around)).toEqual(plain);
        // Where it says nothing, the first look stands.
        const looked = settleIssue(FACTS, fresh, around, null, true);
        const first = fresh.map((event) => (isFetch(event) ? look(seenOf(event)) : null));
        expect(looked.map((judgement, at) => judgement ?? first[at])).toEqual(plain);
      }),
      { numRuns: 2_000 },
    );
  });

  test('in whatever order it came', () => {
    fc.assert(
      fc.property(few, few, fc.infiniteStream(fc.nat()), (fresh, around, numbers) => {
        const shuffled = [...fresh]
          .map((event) => ({ event, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        const straight = new Map(fresh.map((event, at) => [event, settleIssue(FACTS, fresh, around)[at]]));
        const mixed = settleIssue(FACTS, shuffled, [...around].reverse());
        for (const [at, event] of shuffled.entries()) expect(mixed[at]).toEqual(straight.get(event));
      }),
      { numRuns: 300 },
    );
  });

  test("what is nobody's keeps its first verdict, and so does what nobody fetched", () => {
    const [open] = fc.sample(events, { numRuns: 1, seed: 3 });
    if (open === undefined) throw new Error('there is an event');
    const { fetch: _, ...unfetched } = open;
    expect(settleIssue(FACTS, [{ ...open, reader: null }, unfetched])).toEqual([null, null]);
  });

  test('of what a mail provider says of a fetch the nearest counts, also where the first look knew another word', () => {
    const sighting = { client: CHROME, place: 0, said: 'apple' as const };
    const seen = { kind: 'opened' as const, link: null, reader: 1 as ReaderId };
    const fetch = {
      client: CHROME,
      method: 'GET' as const,
      place: 1,
      shape: 0,
      confidence: 0,
      said: 'person' as const,
    };
    const open = { ...seen, time: NOON, fetch };
    const verdictWith = (around: readonly Event[]) => settleIssue(FACTS, [open], around)[0]?.verdict;
    const near = { ...seen, time: NOON + 1_000, sighting };
    const far = { ...seen, time: NOON - 50_000, sighting: { ...sighting, said: 'person' as const } };
    expect(verdictWith([far, near])).toBe('prefetched');
    expect(verdictWith([near])).toBe('prefetched');
    expect(verdictWith([far])).toBe('human');
    expect(verdictWith([])).toBe('human');
  });
});
