import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LinkId, OfferId, ReaderEvent } from '@readout/events';
import fc from 'fast-check';
import type { Engine } from '../engine/engine.ts';
import { warehouseOver } from '../open-warehouse.ts';
import type { Attribution, BillingStatement, Subscription } from '../subscriptions.ts';
import { engineInTest } from '../testing/engine-in-test.ts';
import { filled } from '../testing/held-events.ts';
import { plainSteps, plainSubscriptions } from '../testing/plain-subscriptions.ts';
import { plainOutcome } from '../testing/plain-whole-issue.ts';
import { ISSUES, PUBLICATION } from '../testing/random-events.ts';
import { statements as randomStatements } from '../testing/random-statements.ts';
import { heldOnTheWeb } from '../testing/web-events.ts';

const ATTRIBUTION: Attribution = { windowMs: 20 * 3_600_000, callsToAction: [101 as LinkId, 103 as LinkId] };

/** Some of them saw an offer. */
const withOffers = (event: ReaderEvent): ReaderEvent =>
  event.origin.position % 3 === 0 ? { ...event, offer: (1 + (event.origin.position % 2)) as OfferId } : event;

const known = (all: readonly Subscription[]) => all.map((one) => (one.isKnown ? one : { ...one, person: 0 }));

describe('subscriptions', () => {
  let engine: Engine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ engine, close } = await engineInTest());
  }, 60_000);
  afterAll(() => close());

  const stated = async (statements: readonly BillingStatement[]) => {
    await engine.command('TRUNCATE TABLE billing');
    const warehouse = await warehouseOver(engine, async () => ATTRIBUTION);
    if (statements.length > 0) await warehouse.insertStatements(statements);
    return warehouse;
  };

  test('come to what a plain reading of statements and events says, with what led there', async () => {
    const seen = { attributed: 0, told: 0, offers: 0, payments: 0, ended: 0, strangers: 0, outcomes: 0 };
    await fc.assert(
      fc.asyncProperty(heldOnTheWeb, randomStatements, async (tables, statements) => {
        const settled = tables.settled.map(withOffers);
        const arrivals = tables.arrivals.map(withOffers);
        await filled(engine, { settled, arrivals });
        const warehouse = await stated(statements);
        const mine = tables.counting.map(withOffers).filter(({ publication }) => publication === PUBLICATION);
        const subscriptions = await warehouse.subscriptions(PUBLICATION);
        expect(known(subscriptions)).toEqual(plainSubscriptions(statements, mine, ATTRIBUTION));

        const [like] = mine;
        if (like === undefined) return;
        const counted = [...mine, ...plainSteps(subscriptions, like)];
        for (const issue of ISSUES) {
          const outcome = await warehouse.paywallOutcome({ publication: PUBLICATION, issue });
          expect(outcome).toEqual(plainOutcome(counted, issue));
          seen.outcomes += outcome.converted;
        }
        for (const { touch, offer, payments, ended, isKnown } of subscriptions) {
          if (touch === 'told') seen.told++;
          else if (touch !== 'none') seen.attributed++;
          if (offer !== null) seen.offers++;
          if (payments.length > 1) seen.payments++;
          if (ended !== null) seen.ended++;
          if (!isKnown) seen.strangers++;
        }
      }),
      // Always the same ones, so that each thing that may happen does.
      { numRuns: 16, seed: 3 },
    );
    // Otherwise it would show nothing.
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
  }, 120_000);

  test('are the same in whatever order statements come, and however often', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomStatements.chain((all) =>
          fc.record({
            all: fc.constant(all),
            shuffled: fc.shuffledSubarray([...all], { minLength: all.length }),
            again: fc.subarray([...all]),
          }),
        ),
        async ({ all, shuffled, again }) => {
          const before = await (await stated(all)).subscriptions(PUBLICATION);
          const warehouse = await stated(again);
          for (const one of shuffled) await warehouse.insertStatements([one]);
          expect(await warehouse.subscriptions(PUBLICATION)).toEqual(before);
        },
      ),
      { numRuns: 5 },
    );
  }, 120_000);

  test('of a publication without any are none, and those of another are not seen', async () => {
    const warehouse = await stated([]);
    expect(await warehouse.subscriptions(PUBLICATION)).toEqual([]);
  });
});
