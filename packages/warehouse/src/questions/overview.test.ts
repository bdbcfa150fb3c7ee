import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventKind, IssueId, ReaderEvent } from '@readout/events';
import fc from 'fast-check';
import type { OverDays, PayingReadersQuery } from '../at-a-glance.ts';
import type { Engine } from '../engine/engine.ts';
import { engineInTest } from '../testing/engine-in-test.ts';
import { filled, type Held, held } from '../testing/held-events.ts';
import { plainOpenings, plainPaying, plainReaders, plainSteps } from '../testing/plain-overview.ts';
import { BEGINNING, ISSUES, PUBLICATION } from '../testing/random-events.ts';

const QUARTER_MS = 900_000;
const START = BEGINNING - (BEGINNING % QUARTER_MS);
/** Beginnings of quarters of an hour, within the two and a half days that the events are in and around them. */
const quarters = (count: number) =>
  fc
    .uniqueArray(fc.integer({ min: -8, max: 256 }), { minLength: count, maxLength: count })
    .map((all) => all.toSorted((a, b) => a - b).map((quarter) => START + quarter * QUARTER_MS));

const stretches: fc.Arbitrary<OverDays> = fc.integer({ min: 5, max: 9 }).chain((count) =>
  quarters(count).map(([first = 0, second = 0, end = 0, ...days]) => ({
    days: days.slice(0, -1),
    to: days.at(-1) ?? 0,
    before: { days: [first, second], to: end },
  })),
);

const paying: fc.Arbitrary<Pick<PayingReadersQuery, 'moments' | 'issues'>> = fc.record({
  moments: quarters(4),
  issues: quarters(ISSUES.length).map((times) =>
    times.map((sentAt, at) => ({ id: ISSUES[at] ?? (0 as IssueId), sentAt })),
  ),
});

/** The random events know few kinds of what subscriptions do: some of them do something else. */
const OTHERWISE: Partial<Record<EventKind, readonly EventKind[]>> = {
  converted: ['converted', 'renewed'],
  trial_started: ['cancelled', 'trial_expired', 'refunded', 'converted'],
};
const subscribing = (event: ReaderEvent): ReaderEvent => {
  const kinds = OTHERWISE[event.kind];
  return { ...event, kind: kinds?.[event.origin.position % kinds.length] ?? event.kind };
};

describe('a publication at a glance, while some verdicts are the first look’s', () => {
  let engine: Engine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ engine, close } = await engineInTest());
  }, 60_000);
  afterAll(() => close());

  const mine = ({ counting }: Held) => counting.filter(({ publication }) => publication === PUBLICATION);

  test('readers, clicks, hits, trials and payments by day are what a plain count says', async () => {
    await fc.assert(
      fc.asyncProperty(held, stretches, async (tables, over) => {
        const warehouse = await filled(engine, tables);
        expect(await warehouse.readersByDay(PUBLICATION, over)).toEqual(plainReaders(mine(tables), over));
        expect(await warehouse.stepsByDay(PUBLICATION, over)).toEqual(plainSteps(mine(tables), over));
      }),
      { numRuns: 5 },
    );
  }, 240_000);

  test('paying readers are what following each reader says', async () => {
    await fc.assert(
      fc.asyncProperty(held, paying, async (tables, query) => {
        const changed = {
          ...tables,
          settled: tables.settled.map(subscribing),
          arrivals: tables.arrivals.map(subscribing),
          counting: tables.counting.map(subscribing),
        };
        const warehouse = await filled(engine, changed);
        expect(await warehouse.payingReaders({ publication: PUBLICATION, ...query })).toEqual(
          plainPaying(mine(changed), query),
        );
      }),
      { numRuns: 5 },
    );
  }, 240_000);

  test('domains that opened are what a plain count says', async () => {
    await fc.assert(
      fc.asyncProperty(held, async (tables) => {
        const warehouse = await filled(engine, tables);
        const [latest, before] = [ISSUES.slice(0, 1), ISSUES.slice(1)];
        const query = { publication: PUBLICATION, latest, before, fewest: 1, most: 50 };
        const found = await warehouse.domainOpenings(query);
        expect(found.toSorted((a, b) => (a.domain < b.domain ? -1 : 1))).toEqual(
          plainOpenings(mine(tables), latest, before),
        );
        const [first] = found;
        expect(await warehouse.domainOpenings({ ...query, most: 1 })).toHaveLength(Math.min(1, found.length));
        const few = await warehouse.domainOpenings({ ...query, fewest: (first?.latestDelivered ?? 0) + 1_000 });
        expect(few).toEqual([]);
      }),
      { numRuns: 5 },
    );
  }, 240_000);

  test('nothing at all is zeros', async () => {
    const warehouse = await filled(engine, { settled: [], arrivals: [] });
    const over = {
      days: [START, START + 4 * QUARTER_MS],
      to: START + 8 * QUARTER_MS,
      before: { days: [0], to: QUARTER_MS },
    };
    const nobody = { now: 0, before: 0, both: 0, byDay: [0, 0] };
    expect(await warehouse.readersByDay(PUBLICATION, over)).toEqual(nobody);
    expect(await warehouse.stepsByDay(PUBLICATION, over)).toMatchObject({
      clicks: { beforeByDay: [0], byDay: [0, 0] },
      clickers: nobody,
      converted: nobody,
    });
    expect(await warehouse.payingReaders({ publication: PUBLICATION, moments: [START], issues: [] })).toEqual({
      at: [{ byEvents: 0, byRecipients: 0 }],
      both: 0,
    });
    await expect(warehouse.readersByDay(PUBLICATION, { ...over, to: over.to + 1 })).rejects.toThrow(RangeError);
  });
});
