import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type EventKind,
  type OfferId,
  type PublicId,
  type ReaderEvent,
  type ReaderId,
  visitorAsReader,
} from '@readout/events';
import fc from 'fast-check';
import type { Engine } from '../engine/engine.ts';
import type { Exposed, ExposureQuery } from '../experiment-arms.ts';
import { warehouseOver } from '../open-warehouse.ts';
import type { BillingStatement } from '../subscriptions.ts';
import { engineInTest } from '../testing/engine-in-test.ts';
import { filled } from '../testing/held-events.ts';
import { inText, plainExperimentArms } from '../testing/plain-experiment-arms.ts';
import { BEGINNING, PUBLICATION } from '../testing/random-events.ts';
import { statements as randomStatements } from '../testing/random-statements.ts';
import { heldOnTheWeb } from '../testing/web-events.ts';

const HOUR = 3_600_000;
const OFFERS = [2, 1] as readonly number[] as readonly OfferId[];

/** So that more of what happens is of an experiment. */
const KINDS: Partial<Record<EventKind, EventKind>> = {
  clicked: 'call_to_action',
  section_read: 'offer_shown',
  opened: 'paywall_hit',
  sent: 'unsubscribed',
};
/** People see one offer, but for every so many events; some are visitors, follow a call to action, or leave. */
const ofAnExperiment =
  (every: number) =>
  (event: ReaderEvent): ReaderEvent => {
    const { position } = event.origin;
    const reader = event.reader === 4 ? visitorAsReader(7) : event.reader;
    const offer = (1 + (((reader ?? 0) + Number(position % every === 0)) % 2)) as OfferId;
    const kind = KINDS[event.kind] ?? event.kind;
    const verdict = position % 2 === 0 ? 'human' : event.verdict;
    return { ...event, kind, verdict, reader: reader as ReaderId | null, ...(position % 5 === 0 ? {} : { offer }) };
  };
const inOrder = ({ courses, mixed }: Exposed) => ({
  mixed,
  courses: courses.map((one) => ({ ...one, subscriptions: one.subscriptions.toSorted(inText) })).toSorted(inText),
});

/** A trial of each reader that nobody says anything further of. */
const TRIALS = [1, 2, 3].map((reader): BillingStatement => {
  const trialFrom = BEGINNING + 20 * reader * HOUR;
  return {
    publication: PUBLICATION,
    system: 'stripe',
    time: trialFrom,
    subscription: 90 + reader,
    customer: null,
    reader: reader as ReaderId,
    issue: null,
    offer: null,
    says: {
      what: 'standing',
      status: 'trialing',
      startedAt: trialFrom,
      trialFrom,
      trialTo: trialFrom + 15 * HOUR,
      cancelledAt: reader === 1 ? trialFrom + HOUR : null,
      endedAt: null,
      plan: '',
      price: null,
      currency: null,
      months: null,
    },
  };
});

describe('the arms of an experiment', () => {
  let engine: Engine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ engine, close } = await engineInTest());
  }, 60_000);
  afterAll(() => close());

  test('are whom a plain count puts into them, with what they did then', async () => {
    const seen = { mixed: 0, trials: 0, moneys: 0, running: 0, calledOff: 0, unsubscribed: 0, second: 0, nothing: 0 };
    await fc.assert(
      fc.asyncProperty(
        heldOnTheWeb,
        randomStatements,
        fc.record({
          from: fc.integer({ min: -2, max: 20 }),
          to: fc.integer({ min: 31, max: 90 }),
          asOf: fc.integer({ min: 20, max: 110 }),
          every: fc.constantFrom(7, 1_000),
          experiment: fc.constantFrom('aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'),
        }),
        async (tables, statements, { from, to, asOf, experiment, every }) => {
          const those = ofAnExperiment(every);
          await filled(engine, {
            settled: tables.settled.map(those),
            arrivals: tables.arrivals.map(those),
          });
          await engine.command('TRUNCATE TABLE billing');
          const warehouse = await warehouseOver(engine);
          await warehouse.insertStatements([...statements, ...TRIALS]);
          const held = tables.counting.map(those).filter(({ publication }) => publication === PUBLICATION);
          const subscriptions = await warehouse.subscriptions(PUBLICATION);
          const everybody = { experiment: experiment as PublicId, readers: 'all', visitors: true, share: 1 } as const;
          for (const [offers, participants] of [
            [null, null],
            [OFFERS, everybody],
            [OFFERS, { ...everybody, readers: 'free', visitors: false }],
            [OFFERS, { ...everybody, readers: 'free', share: 0.6 }],
          ] as const) {
            const query: ExposureQuery = {
              publication: PUBLICATION,
              offers,
              participants,
              from: BEGINNING + from * HOUR,
              to: BEGINNING + to * HOUR,
              asOf: BEGINNING + asOf * HOUR,
            };
            const counted = await warehouse.experimentArms(query);
            expect(inOrder(counted)).toEqual(inOrder(plainExperimentArms(held, subscriptions, query)));
            seen.mixed += counted.mixed;
            for (const course of counted.courses) {
              if (course.arm === 1) seen.second++;
              if (course.subscriptions.length === 0) seen.nothing++;
              if (course.unsubscribed !== null) seen.unsubscribed++;
              for (const { hasTrial, money, isRunning, calledOff } of course.subscriptions) {
                if (hasTrial) seen.trials++;
                if (isRunning) seen.running++;
                if (calledOff !== null) seen.calledOff++;
                seen.moneys += money.length;
              }
            }
          }
        },
      ),
      // With others one of those that are looked for below may be missing.
      { numRuns: 15, seed: 1, endOnFailure: true },
    );
    // Otherwise it would show nothing.
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
  }, 120_000);

  test('are empty where nobody came', async () => {
    await filled(engine, { settled: [], arrivals: [] });
    await engine.command('TRUNCATE TABLE billing');
    const warehouse = await warehouseOver(engine);
    const query = { publication: PUBLICATION, offers: OFFERS, participants: null, from: 0, to: 1, asOf: 1 };
    expect(await warehouse.experimentArms(query)).toEqual({ courses: [], mixed: 0 });
  });
});
