import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OfferId, ReaderEvent } from '@readout/events';
import fc from 'fast-check';
import type { Engine } from '../engine/engine.ts';
import type { Funnel, FunnelPart } from '../funnels.ts';
import { warehouseOver } from '../open-warehouse.ts';
import { engineInTest } from '../testing/engine-in-test.ts';
import { filled } from '../testing/held-events.ts';
import { plainFunnel } from '../testing/plain-funnel.ts';
import { plainSteps } from '../testing/plain-subscriptions.ts';
import { BEGINNING, ISSUES, PUBLICATION } from '../testing/random-events.ts';
import { statements as randomStatements } from '../testing/random-statements.ts';
import { heldOnTheWeb } from '../testing/web-events.ts';

const HOUR = 3_600_000;
const PARTS: readonly FunnelPart[] = [
  ...(['offer', 'audience', 'country', 'client', 'referrer'] as const).map((by) => ({ by })),
  { by: 'issue', groups: [1, 2, 2] },
];
const withOffers = (event: ReaderEvent): ReaderEvent =>
  event.origin.position % 3 === 0 ? { ...event, offer: (1 + (event.origin.position % 2)) as OfferId } : event;
const ours = ({ publication }: ReaderEvent) => publication === PUBLICATION;
const LONG = { issues: ISSUES, from: BEGINNING, windowMs: 60 * HOUR };

/** Somebody paid after a hit, and somebody saw an offer: chance alone seldom has it. */
const tables = fc.sample(heldOnTheWeb, { seed: 7, numRuns: 300 });
const rich = (['converted', 'offersShown'] as const).flatMap(
  (step) =>
    tables.find(({ settled, counting }) => plainFunnel(settled.filter(ours), counting.filter(ours), LONG)[step] > 0) ??
    [],
);

const inOrder = ({ payers, ...rest }: Funnel) => ({
  ...rest,
  payers: payers.toSorted(([one], [other]) => one - other),
});

describe('the funnel', () => {
  let engine: Engine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ engine, close } = await engineInTest());
  }, 60_000);
  afterAll(() => close());

  test('counts people in order and within the window, whole and by its parts, as a plain count does', async () => {
    expect(rich).toHaveLength(2);
    const seen = { offers: 0, trials: 0, payments: 0 };
    await fc.assert(
      fc.asyncProperty(
        heldOnTheWeb,
        randomStatements,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        async (held, statements, fromHours, windowHours) => {
          const settled = held.settled.map(withOffers);
          await filled(engine, { settled, arrivals: held.arrivals.map(withOffers) });
          await engine.command('TRUNCATE TABLE billing');
          const warehouse = await warehouseOver(engine);
          await warehouse.insertStatements(statements);
          const counting = held.counting.map(withOffers).filter(ours);
          const [like] = counting;
          const steps = like === undefined ? [] : plainSteps(await warehouse.subscriptions(PUBLICATION), like);
          const query = { issues: ISSUES, from: BEGINNING + fromHours * HOUR, windowMs: windowHours * HOUR };
          for (const part of PARTS) {
            const counted = await warehouse.funnel({ publication: PUBLICATION, ...query, part });
            const expected = plainFunnel(settled.filter(ours), [...counting, ...steps], { ...query, part });
            expect(inOrder(counted)).toEqual(inOrder(expected));
            seen.offers += counted.offersShown;
            seen.trials += counted.trialsStarted;
            seen.payments += counted.converted;
          }
        },
      ),
      {
        numRuns: 8 + rich.length,
        examples: rich.map((held) => [held, [], 0, 60] as [typeof held, [], number, number]),
      },
    );
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
  }, 120_000);

  test('of nothing is nothing', async () => {
    await filled(engine, { settled: [], arrivals: [] });
    const warehouse = await warehouseOver(engine);
    expect(await warehouse.funnel({ publication: PUBLICATION, issues: [], from: 0, windowMs: HOUR })).toEqual({
      delivered: 0,
      readers: 0,
      paywallHits: 0,
      offersShown: 0,
      trialsStarted: 0,
      converted: 0,
      medianMs: { offer: null, trial: null, payment: null },
      payers: [],
      parts: null,
    });
  });
});
