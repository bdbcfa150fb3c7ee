import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { experimentResults } from '@readout/api-contract';
import { isPublicId, type OfferId, type ReaderId } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { HistoryInTest, readers } from '../testing/events-in-test.ts';
import { type PublicationInTest, publicationIn } from '../testing/offers-in-test.ts';

const DAY = 86_400_000;
let api: ApiInTest;
let ours: PublicationInTest;
let theirs: PublicationInTest;
let running: string;
let drafted: string;

beforeAll(async () => {
  api = await startApi();
  [ours, theirs] = [await publicationIn(api), await publicationIn(api, 'High Tide')];
  const publication = isPublicId(ours.id) ? await api.catalog.findPublication(ours.id) : null;
  if (publication === null) throw new Error('the publication is not there');
  const offers = [await ours.offer(), await ours.offer({ trialDays: 14 })];
  drafted = await ours.draft(offers, { baseline: 0.2, guardrails: [{ measure: 'unsubscribes', worstChange: 0.5 }] });
  running = await ours.draft(offers, { baseline: 0.2, guardrails: [{ measure: 'unsubscribes', worstChange: 0.5 }] });
  api.now = NOW - 40 * DAY;
  await api.call('POST', `${ours.path}/experiments/${running}/start`);
  api.now = NOW;

  const ids = (await api.catalog.listOffers(publication.id)).map(({ id }) => id);
  const [control, other] = [ids[0] as OfferId, ids[1] as OfferId];
  const history = new HistoryInTest(api.catalog, api.warehouse, publication);
  // Before it began, and after: 400 people in one arm, 400 in the other, and five who saw both.
  history.add('paywall_hit', [900], NOW - 41 * DAY, null, { offer: control });
  history.add('paywall_hit', readers(1, 400), NOW - 30 * DAY, null, { offer: control });
  history.add('offer_shown', readers(401, 800), NOW - 30 * DAY, null, { offer: other });
  history.add('paywall_hit', readers(801, 805), NOW - 30 * DAY, null, { offer: control });
  history.add('call_to_action', readers(801, 805), NOW - 29 * DAY, null, { offer: other });
  history.add('paywall_hit', readers(806, 820), NOW - 2 * DAY, null, { offer: control });
  history.add('unsubscribed', [7], NOW - 20 * DAY, null);
  await history.write();
  const subscription = (reader: number, trialDays: number, isPaid: boolean) => {
    const trialFrom = NOW - 30 * DAY + 60_000;
    const statement = {
      publication: publication.id,
      system: 'stripe',
      subscription: reader,
      customer: null,
      reader: reader as ReaderId,
      issue: null,
      offer: null,
    } as const;
    const payment = { what: 'payment', id: reader, amount: 800, currency: 'EUR' } as const;
    return [
      {
        ...statement,
        time: trialFrom,
        says: {
          what: 'standing',
          status: 'trialing',
          startedAt: trialFrom,
          trialFrom,
          trialTo: trialFrom + trialDays * DAY,
          cancelledAt: null,
          endedAt: null,
          plan: 'monthly',
          price: 800,
          currency: 'EUR',
          months: 1,
        },
      } as const,
      ...(isPaid ? [{ ...statement, time: trialFrom + trialDays * DAY, says: payment }] : []),
    ];
  };
  await api.warehouse.insertStatements([
    ...readers(1, 60).flatMap((reader) => subscription(reader, 7, reader <= 50)),
    ...readers(401, 560).flatMap((reader) => subscription(reader, 14, reader <= 540)),
    // Of those who saw both: of no arm.
    ...readers(801, 805).flatMap((reader) => subscription(reader, 7, true)),
  ]);
}, 60_000);
afterAll(async () => api.close());

describe('the results of an experiment', () => {
  test('are of the people whom the warehouse has', async () => {
    const { status, json } = await api.call('GET', `${ours.path}/experiments/${running}/results`);
    expect(status).toBe(200);
    expect(experimentResults.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      asOf: new Date(NOW).toISOString(),
      days: 40,
      mixed: 5,
      arms: [
        { isControl: true, people: 415, mature: 400, trials: 60, paid: 50, running: 0, revenue: 40_000, value: 0.125 },
        {
          isControl: false,
          people: 400,
          mature: 400,
          trials: 160,
          paid: 140,
          running: 0,
          revenue: 112_000,
          value: 0.35,
        },
      ],
      comparisons: [{ measure: 'paid', state: 'better', difference: { value: expect.closeTo(0.225, 9) } }],
      guardrails: [{ measure: 'unsubscribes', state: 'too_few', isBroken: false }],
      sampleRatio: { isBroken: false },
    });
    expect(json.others.map(({ measure }: { measure: string }) => measure)).toEqual(['trial_starts', 'paid', 'revenue']);
    expect(json.history.at(-1)).toMatchObject({ day: '2026-03-02', people: 800, lift: expect.closeTo(1.8, 9) });
  });

  test('are not there while it is a draft, or where there is none', async () => {
    const draft = await api.call('GET', `${ours.path}/experiments/${drafted}/results`);
    expect([draft.status, draft.json.code, draft.json.detail]).toEqual([
      409,
      'conflict',
      expect.stringMatching(/not started/),
    ]);
    for (const id of ['nonsense', '2NothingHere']) {
      expect((await api.call('GET', `${ours.path}/experiments/${id}/results`)).status).toBe(404);
    }
  });

  test('are for nobody else', async () => {
    const asked = (path: string, key: string | null) =>
      api.call('GET', `${path}/experiments/${running}/results`, { key });
    expect((await asked(ours.path, theirs.key)).status).toBe(404);
    expect((await asked(ours.path, null)).status).toBe(401);
    expect((await asked(theirs.path, theirs.key)).status).toBe(404);
    expect((await asked(ours.path, ours.key)).status).toBe(200);
  });
});

describe('the plan of an experiment', () => {
  const PLAN = { measure: 'trial_starts', baseline: 0.05, smallestEffect: 0.2, arms: 2, share: 0.5 };
  const plan = (body: object, key?: string | null) =>
    api.call('POST', `${ours.path}/experiments/plan`, { body, ...(key === undefined ? {} : { key }) });

  test('is made of who hit the paywall lately', async () => {
    const { status, json } = await plan(PLAN);
    // For 5 against 6 %, by Fleiss.
    expect([status, json]).toEqual([
      200,
      { peoplePerArm: 8_158, peoplePerDay: 15 / 28, days: Math.ceil((2 * 8_158) / ((15 / 28) * 0.5)), lately: 0 },
    ]);
  });

  test('waits for trials where it is about payments, and takes the people of whom they are known', async () => {
    const { json } = await plan({ ...PLAN, measure: 'paid' });
    // Of 406 who hit it 42 to 17 days ago: 50 of the control's, the five who saw both.
    expect(json.lately).toBeCloseTo(55 / 406, 9);
    expect(json.days).toBe(Math.ceil((2 * 8_158) / ((15 / 28) * 0.5)) + 17);
  });

  test('of revenue takes the spread that was seen, where none is given', async () => {
    const seen = (await plan({ ...PLAN, measure: 'revenue', baseline: 100 })).json;
    expect(seen.lately).toBeCloseTo((55 * 800) / 406, 9);
    const p = 55 / 406;
    const deviation = 800 * Math.sqrt(p * (1 - p));
    const given = (await plan({ ...PLAN, measure: 'revenue', baseline: 100, deviation })).json;
    expect(given.peoplePerArm).toBe(seen.peoplePerArm);
    expect(given.peoplePerArm).toBeGreaterThan(100);
  });

  test('cannot be told where nobody comes', async () => {
    const { json } = await api.call('POST', `${theirs.path}/experiments/plan`, {
      body: { ...PLAN, measure: 'revenue' },
    });
    expect(json).toEqual({ peoplePerArm: null, peoplePerDay: 0, days: null, lately: null });
  });

  test.each([
    [{ measure: 'clicks' }, 'measure'],
    [{ baseline: 0 }, 'baseline'],
    [{ arms: 1 }, 'arms'],
    [{ share: 0 }, 'share'],
    [{ readers: 'all' }, 'body'],
  ])('with %j is refused', async (wrong, field) => {
    const { status, json } = await plan({ ...PLAN, ...wrong });
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', field]);
  });

  test('is for nobody else', async () => {
    expect((await plan(PLAN, theirs.key)).status).toBe(404);
    expect((await plan(PLAN, null)).status).toBe(401);
    expect((await plan(PLAN, ours.key)).status).toBe(200);
  });
});
