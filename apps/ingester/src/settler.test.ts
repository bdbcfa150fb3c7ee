import { describe, expect, test } from '@jest/globals';
import { BUILT_IN, clientOf, look, SETTLES_AFTER_MS } from '@readout/engagement';
import type { IssueId, LinkId, PublicationId, PublicId, ReaderEvent, ReaderId } from '@readout/events';
import { isFetch, seenOf, settleIssue } from '@readout/settling';
import type { EarlierEvent, Warehouse } from '@readout/warehouse';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import { Directory, type DirectorySource } from './directory.ts';
import { IngesterMetrics } from './metrics.ts';
import { Settler } from './settler.ts';

type Query = Parameters<Warehouse['earlierFetches']>[0];

const NOON = Date.UTC(2026, 2, 2, 12);
const PUBLICATION = 1 as PublicationId;
const ISSUES = [11, 12] as readonly number[] as readonly IssueId[];
const SOURCE = {
  findIssueTarget: async () => null,
  findLinkTarget: async () => null,
  findSectionTarget: async () => null,
  findOfferTarget: async () => null,
  findTokenKey: async () => null,
  findReader: async () => null,
  findIssueFacts: async () => ({ links: 4, honeypots: [9 as LinkId] }),
  ownRules: async () => ({ version: 0, rules: [], judgedBy: null }),
  findCollectionRules: async (publication: PublicationId) =>
    publication === PUBLICATION
      ? {
          publication,
          publicId: 'publicationX' as PublicId,
          sites: [],
          tracksOpens: true,
          tracksClicks: true,
          tracksReaders: true,
        }
      : null,
} satisfies DirectorySource;

/** The same, with a rule of the publication's own. */
function withOwnRule(when: Awaited<ReturnType<DirectorySource['ownRules']>>['rules'][number]['when']): DirectorySource {
  const rule = {
    publicId: 'ruleXXXXXXXX' as PublicId,
    name: 'ours',
    when,
    verdict: 'unclear' as const,
    createdAt: new Date(NOON),
  };
  return { ...SOURCE, ownRules: async () => ({ version: 1, rules: [rule], judgedBy: null }) };
}

const CHROME = clientOf(
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
);
const APPLE = clientOf('Mozilla/5.0');

type Loose = Omit<ReaderEvent, 'origin'>;
const events: fc.Arbitrary<Loose> = fc
  .record({
    kind: fc.constantFrom(
      'opened' as const,
      'opened' as const,
      'clicked' as const,
      'clicked' as const,
      'delivered' as const,
    ),
    // Within moments, minutes and an hour.
    time: fc.oneof(
      fc.integer({ min: 0, max: 8_000 }),
      fc.integer({ min: 0, max: 900_000 }),
      fc.integer({ min: 0, max: 3_600_000 }),
    ),
    issue: fc.constantFrom(...ISSUES),
    link: fc.constantFrom(1, 2, 3, 4, 9).map((id) => id as LinkId),
    reader: fc.integer({ min: 1, max: 3 }).map((id) => id as ReaderId),
    network: fc.constantFrom('other' as const, 'hosting' as const, 'security' as const),
    fetch: fc.record({
      client: fc.constantFrom(CHROME, APPLE, 'curl', ''),
      method: fc.constantFrom('GET' as const, 'GET' as const, 'GET' as const, 'HEAD' as const),
      place: fc.constantFrom(0, 1, 2),
      shape: fc.constantFrom(0, 512, 1023),
      confidence: fc.constant(0),
    }),
  })
  .map(({ fetch, link, time, ...event }) => ({
    ...event,
    // A delivery is reported within moments; what is fetched comes then, or whenever it likes.
    time: NOON + (event.kind === 'delivered' ? time % 8_000 : time),
    publication: PUBLICATION,
    section: null,
    link: event.kind === 'clicked' ? link : null,
    segment: 'none' as const,
    edition: 'none' as const,
    source: 'pixel' as const,
    verdict: 'human' as const,
    reasons: [],
    ...(event.kind === 'delivered' ? {} : { fetch }),
  }));
const streams = fc.array(events, { minLength: 1, maxLength: 40, size: 'max' }).map((loose) =>
  loose
    .sort((a, b) => a.time - b.time)
    .map((event, position): ReaderEvent => {
      const origin = { partition: 0, collector: 1, position };
      if (!isFetch(event)) return { ...event, origin };
      const { verdict, reasons, confidence } = look(seenOf(event));
      return { ...event, verdict, reasons, fetch: { ...event.fetch, confidence }, origin };
    }),
);
const cuts = fc.array(fc.nat(40), { maxLength: 8 });

interface Verdicts {
  readonly verdict: string;
  readonly reasons: readonly string[];
  /** In hundredths, as it is kept. */
  readonly confidence: number;
}

/** All of a stream at once: everything is known of everything. */
function atOnce(stream: readonly ReaderEvent[]): readonly Verdicts[] {
  const verdicts = stream.map(verdictOf);
  for (const issue of ISSUES) {
    const places = stream.flatMap((event, at) => (event.issue === issue ? [at] : []));
    const judgements = settleIssue(
      { links: 4, honeypots: new Set([9]), rules: BUILT_IN },
      places.map((at) => stream[at] as ReaderEvent),
    );
    for (const [at, place] of places.entries()) {
      const judgement = judgements[at];
      if (judgement) verdicts[place] = { ...judgement, confidence: Math.round(judgement.confidence * 100) };
    }
  }
  return verdicts;
}

function verdictOf({ verdict, reasons, fetch }: ReaderEvent): Verdicts {
  return { verdict, reasons, confidence: Math.round((fetch?.confidence ?? 0) * 100) };
}

/** As an ingester does it: stretch by stretch, with what comes within the time in which a verdict may change. */
async function inStretches(stream: readonly ReaderEvent[], ends: readonly number[]): Promise<readonly ReaderEvent[]> {
  const written: ReaderEvent[] = [];
  const warehouse = {
    earlierFetches: async ({ messages }: Query) =>
      written.filter(
        ({ issue, reader }) => issue !== null && reader !== null && messages.get(issue)?.has(reader),
      ) satisfies readonly EarlierEvent[],
  };
  const settler = new Settler(new Directory(SOURCE), warehouse, new IngesterMetrics(new Registry()), () => NOON);
  const bounds = [...new Set([...ends.filter((end) => end < stream.length), stream.length])].sort((a, b) => a - b);
  let from = 0;
  for (const to of bounds) {
    const some = stream.slice(from, to);
    const until = (some.at(-1)?.time ?? 0) + SETTLES_AFTER_MS;
    const later = stream.slice(to).filter(({ time }) => time <= until);
    written.push(...(await settler.settle(some, [later])));
    from = to;
  }
  return written;
}

describe('verdicts settled in stretches', () => {
  test('are those of the whole, wherever a stretch ends', async () => {
    await fc.assert(
      fc.asyncProperty(streams, cuts, async (stream, ends) => {
        const settled = await inStretches(stream, ends);
        expect(settled.map(verdictOf)).toEqual(atOnce(stream));
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  test('are given to every event once, in the order of the log, and nothing else of it changes', async () => {
    await fc.assert(
      fc.asyncProperty(streams, cuts, async (stream, ends) => {
        const settled = await inStretches(stream, ends);
        const rest = ({ verdict: _, reasons: __, fetch: ___, ...event }: ReaderEvent) => event;
        expect(settled.map(rest)).toEqual(stream.map(rest));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('are not given to events of a publication that is gone: it keeps none', async () => {
    const [open] = fc.sample(events, { numRuns: 1, seed: 5 });
    if (open === undefined) throw new Error('there is an event');
    const gone = { ...open, publication: 2 as PublicationId, origin: { partition: 0, collector: 1, position: 0 } };
    expect(await inStretches([gone], [])).toEqual([]);
  });

  test("go by the publication's own rules and the issue's links, even where what was known of them runs out meanwhile", async () => {
    const directory = new Directory(withOwnRule({ network: 'hosting' }));
    // Another partition looks things up a minute later, while this one waits for the warehouse.
    const warehouse = {
      earlierFetches: async () => {
        directory.asOf(NOON + 60_000);
        return [];
      },
    };
    const settler = new Settler(directory, warehouse, new IngesterMetrics(new Registry()), () => NOON);
    const [sample] = fc.sample(events, { numRuns: 1, seed: 5 });
    if (sample === undefined) throw new Error('there is an event');
    const fetch = { client: CHROME, method: 'GET' as const, place: 1, shape: 3, confidence: 0 };
    const click = { ...sample, kind: 'clicked' as const, time: NOON, fetch };
    const settled = await settler.settle(
      [
        { ...click, link: 1 as LinkId, network: 'hosting', origin: { partition: 0, collector: 1, position: 0 } },
        {
          ...click,
          reader: 4 as ReaderId,
          link: 9 as LinkId,
          network: 'other',
          origin: { partition: 0, collector: 1, position: 1 },
        },
      ],
      [],
    );
    expect(settled.map(({ verdict, reasons }) => ({ verdict, reasons }))).toEqual([
      { verdict: 'unclear', reasons: ['own:ours'] },
      { verdict: 'scanner', reasons: ['honeypot'] },
    ]);
  });

  const lone = (kind: 'opened' | 'clicked' | 'delivered', reader: number): ReaderEvent => {
    const [sample] = fc.sample(events, { numRuns: 1, seed: 5 });
    if (sample === undefined) throw new Error('there is an event');
    const { fetch: _, ...event } = sample;
    return {
      ...event,
      kind,
      time: NOON,
      issue: ISSUES[0] ?? null,
      reader: reader as ReaderId,
      link: kind === 'clicked' ? (1 as LinkId) : null,
      network: 'other',
      origin: { partition: 0, collector: 1, position: reader },
      ...(kind === 'delivered' ? {} : { fetch: { client: CHROME, method: 'GET', place: 1, shape: 3, confidence: 0 } }),
    };
  };

  test.each([
    ['no rules of its own', SOURCE, { readers: [2], domains: false }, 'human'],
    ['a rule that asks for a network', withOwnRule({ network: 'hosting' }), { readers: [2], domains: false }, 'human'],
    [
      'a rule that asks for a domain',
      withOwnRule({ domain: 'harbour.example' }),
      { readers: [1, 2], domains: true },
      'unclear',
    ],
  ])('ask for where an issue was sent to only where a rule does: %s', async (_what, source, expected, verdict) => {
    const asked: object[] = [];
    const warehouse = {
      earlierFetches: async ({ messages, domains }: Query) => {
        const readers = [...messages.values()].flatMap((some) => [...some]);
        asked.push({ readers: readers.toSorted(), domains });
        if (!domains) return [];
        return readers.map((reader) => {
          const { network: _, ...delivered } = lone('delivered', reader);
          return { ...delivered, kind: 'sent' as const, domain: 'harbour.example' };
        });
      },
    };
    const settler = new Settler(new Directory(source), warehouse, new IngesterMetrics(new Registry()), () => NOON);
    const sighting = { client: CHROME, place: 1, said: 'person' as const };
    const settled = await settler.settle(
      [
        lone('opened', 1),
        lone('clicked', 2),
        // Neither is anybody's fetch: nothing is asked for their sake.
        lone('delivered', 3),
        { ...lone('delivered', 4), kind: 'clicked', sighting },
      ],
      [],
    );
    expect(asked).toEqual([expected]);
    expect(settled.slice(0, 2).map((event) => event.verdict)).toEqual([verdict, verdict]);
  });
});
