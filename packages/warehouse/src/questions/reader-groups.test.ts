import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type IssueId, type PublicationId, type ReaderEvent, type ReaderId, SEGMENTS, VERDICTS } from '@readout/events';
import fc from 'fast-check';
import type { Engine } from '../engine/engine.ts';
import { warehouseOver } from '../open-warehouse.ts';
import type { GroupDay, GroupMember, GroupQuery } from '../reader-groups.ts';
import { engineInTest } from '../testing/engine-in-test.ts';
import { plainGroupCounts, plainMembers } from '../testing/plain-groups.ts';
import type { Warehouse } from '../warehouse.ts';
import { eventBlock } from '../writing/event-block.ts';

const PUBLICATION = 1 as PublicationId;
const ISSUES = Array.from({ length: 14 }, (_, at) => (14 - at) as IssueId);
const VISITOR = 0x8000_0001;

/** Sendings and fetches of a dozen readers, thick enough for every group to come about. */
const events: fc.Arbitrary<ReaderEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'sent' as const,
        'sent' as const,
        'opened' as const,
        'clicked' as const,
        'bounced' as const,
      ),
      reader: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 70_000, VISITOR),
      issue: fc.constantFrom(...ISSUES),
      publication: fc.constantFrom(1, 1, 1, 1, 2),
      segment: fc.constantFrom(...SEGMENTS),
      verdict: fc.constantFrom(...VERDICTS),
    }),
    { minLength: 20, maxLength: 400, size: 'max' },
  )
  .map((all) =>
    all.map(({ reader, publication, issue, kind, ...one }, position) => ({
      ...one,
      kind,
      // What is sent goes to readers, never to visitors.
      reader: (kind === 'sent' && reader === VISITOR ? 9 : reader) as ReaderId,
      publication: publication as PublicationId,
      // An issue belongs to one publication.
      issue: (publication === 1 ? issue : issue + 100) as IssueId,
      origin: { partition: 0, collector: 1 + (position % 2), position },
      time: 1_770_000_000_000 + position,
      section: null,
      link: null,
      edition: 'none' as const,
      source: 'api' as const,
      reasons: [],
    })),
  );

const queries: fc.Arbitrary<GroupQuery> = fc
  .constantFrom(1, 2, 4, 8)
  .map((readsOneIn) => ({ publication: PUBLICATION, issues: ISSUES, readsOneIn }));

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** More of them than are asked for at once, some of which nothing went out for. */
const days: fc.Arbitrary<GroupDay[]> = fc.array(
  fc.record({ from: fc.nat(14), length: fc.nat(9), before: fc.nat(14) }).map(({ from, length, before }) => ({
    from,
    to: Math.min(ISSUES.length, from + length),
    lately: Math.max(0, from - before),
  })),
  { minLength: 1, maxLength: 10 },
);

describe('groups of readers', () => {
  let engine: Engine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ engine, close } = await engineInTest());
  }, 60_000);
  afterAll(() => close());

  async function filled(settled: readonly ReaderEvent[], arrivals: readonly ReaderEvent[] = []): Promise<Warehouse> {
    await warehouseOver(engine);
    for (const table of ['events', 'arrivals', 'issue_figures', 'issue_activity', 'link_figures', 'ledger']) {
      await engine.command(`TRUNCATE TABLE ${table}`);
    }
    const warehouse = await warehouseOver(engine);
    if (settled.length > 0) await warehouse.insertEvents(settled);
    if (arrivals.length > 0) await engine.insert(eventBlock('arrivals', arrivals, 1_770_000_100_000));
    return warehouse;
  }

  test('have as many readers as a count person by person says, settled or still settling', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(events, queries, days, share, async (all, query, asked, settledShare) => {
        const settled = Math.round(all.length * settledShare);
        const warehouse = await filled(all.slice(0, settled), all.slice(settled));
        const members = asked.map((day) => plainMembers(all, query, day));
        for (const { group } of members.flat()) seen.add(group);
        expect(await warehouse.readerGroups({ ...query, days: asked })).toEqual(members.map(plainGroupCounts));
      }),
      // Enough that each of the groups comes up: in 15 runs one was missing now and then.
      { numRuns: 25 },
    );
    expect([...seen].sort()).toEqual(['dormant', 'engaged', 'fading', 'hidden', 'new']);
  }, 180_000);

  test('consist of those whom a look at each person finds, page by page, and each is found alone', async () => {
    const groups = fc.constantFrom('new', 'engaged', 'fading', 'dormant', 'hidden', null);
    await fc.assert(
      fc.asyncProperty(events, queries, days, groups, share, async (all, query, [day], group, settledShare) => {
        if (day === undefined) return;
        const settled = Math.round(all.length * settledShare);
        const warehouse = await filled(all.slice(0, settled), all.slice(settled));
        const expected = plainMembers(all, query, day)
          .filter((one) => group === null || one.group === group)
          .map(({ standings, ...one }) => one);
        const found: GroupMember[] = [];
        for (;;) {
          const pick = { group, after: found.at(-1)?.reader ?? (0 as const), limit: 3 };
          const page = await warehouse.groupMembers({ ...query, day, pick });
          found.push(...page);
          if (page.length < 3) break;
        }
        expect(found).toEqual(expected);
        for (const one of expected.slice(0, 2)) {
          expect(await warehouse.groupMembers({ ...query, day, pick: { reader: one.reader } })).toEqual([one]);
        }
        const stranger = { reader: 4_000_000 as ReaderId };
        expect(await warehouse.groupMembers({ ...query, day, pick: stranger })).toEqual([]);
      }),
      { numRuns: 6 },
    );
  }, 180_000);

  test('one reader has the history that their events are', async () => {
    await fc.assert(
      fc.asyncProperty(events, share, fc.subarray(ISSUES), async (all, settledShare, issues) => {
        const settled = Math.round(all.length * settledShare);
        const warehouse = await filled(all.slice(0, settled), all.slice(settled));
        const reader = 3 as ReaderId;
        const found = await warehouse.readerHistory({ publication: PUBLICATION, issues, reader });
        const expected = all
          .filter((one) => one.reader === reader && one.issue !== null && issues.includes(one.issue))
          .map(({ issue, kind, time, link, verdict, segment }) => ({ issue, kind, time, link, verdict, segment }));
        expect(found).toEqual(expected);
      }),
      { numRuns: 7 },
    );
  }, 120_000);

  test('are of those whom a plain count finds each issue sent to, by standing', async () => {
    await fc.assert(
      fc.asyncProperty(events, share, async (all, settledShare) => {
        const settled = Math.round(all.length * settledShare);
        const warehouse = await filled(all.slice(0, settled), all.slice(settled));
        const sentTo = (issue: IssueId, segment: string) =>
          new Set(
            all
              .filter((one) => one.kind === 'sent' && one.issue === issue && one.segment === segment)
              .map(({ reader }) => reader),
          ).size;
        const figures = await warehouse.figures({ publication: PUBLICATION, issues: ISSUES });
        expect(figures.map(({ issue, sentTo: standings }) => ({ issue, ...standings }))).toEqual(
          ISSUES.map((issue) => ({
            issue,
            free: sentTo(issue, 'free'),
            trial: sentTo(issue, 'trial'),
            premium: sentTo(issue, 'premium'),
          })),
        );
      }),
      { numRuns: 7 },
    );
  }, 120_000);

  test('are empty where nothing went out', async () => {
    const warehouse = await filled([]);
    const none = { new: 0, engaged: 0, fading: 0, dormant: 0, hidden: 0 };
    const asked = [
      { from: 0, to: 0, lately: 0 },
      { from: 3, to: 9, lately: 1 },
    ];
    const query = { publication: PUBLICATION, issues: ISSUES, readsOneIn: 4 };
    const nobody = { all: none, byStanding: { free: none, trial: none, premium: none } };
    expect(await warehouse.readerGroups({ ...query, days: asked })).toEqual([nobody, nobody]);
    expect(await warehouse.readerGroups({ ...query, issues: [], days: asked.slice(0, 1) })).toEqual([nobody]);
    expect(await warehouse.readerGroups({ ...query, days: [] })).toEqual([]);
  });

  test('are counted again by those who may not have old ones, and after a rebuild', async () => {
    const [issue = 0 as IssueId] = ISSUES;
    const fresh = { from: 0, to: 1, lately: 0 };
    const newReaders = async (day: GroupDay & { mayBeOld?: boolean }) => {
      const query = { publication: PUBLICATION, issues: [issue], readsOneIn: 4, days: [day] };
      return (await warehouse.readerGroups(query))[0]?.all.new;
    };
    const [first] = fc.sample(events, { numRuns: 1, seed: 3 })[0] ?? [];
    if (first === undefined) throw new Error('there is no event');
    const sent = (reader: number, position: number): ReaderEvent => ({
      ...first,
      kind: 'sent',
      publication: PUBLICATION,
      issue,
      reader: reader as ReaderId,
      origin: { partition: 0, collector: 1, position },
    });
    const warehouse = await filled([sent(1, 0)]);
    expect(await newReaders(fresh)).toBe(1);
    await warehouse.insertEvents([sent(2, 1)]);
    expect(await newReaders({ ...fresh, mayBeOld: true })).toBe(1);
    await warehouse.rebuild(() => {});
    expect(await newReaders({ ...fresh, mayBeOld: true })).toBe(2);
    await warehouse.insertEvents([sent(3, 2)]);
    expect(await newReaders(fresh)).toBe(3);
  });
});
