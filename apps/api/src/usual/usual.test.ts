import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type IssueUsual, issueUsual } from '@readout/api-contract';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import type { EventKind, ReaderEvent, ReaderId } from '@readout/events';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let api: ApiInTest;
let position = 0;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

/** Numbers from 0 to below 1 that a seed fixes: here any will do. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Sent {
  readonly issue: IssueWithStructure;
  readonly sentAt: number;
  readonly events: readonly ReaderEvent[];
}

async function newPublication(): Promise<Publication> {
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
  const found = await api.catalog.findPublication(id);
  if (found === null) throw new Error('the publication is not there');
  return found;
}

/** An issue that went out, and what forty readers made of it in the days after. */
async function send(
  publication: Publication,
  sentAt: number,
  { premium = false, hasPaywall = true, recipients = 40 } = {},
): Promise<Sent> {
  const issue = await api.catalog.createIssue(publication.id, {
    title: new Date(sentAt).toISOString(),
    subtitle: '',
    sentAt: new Date(sentAt),
    hasPaywall,
    sections: [],
    links: [],
  });
  const random = chance(issue.id * 7_919);
  const event = (kind: EventKind, reader: number, after: number): ReaderEvent => ({
    origin: { partition: 0, collector: 4, position: position++ },
    kind,
    time: sentAt + Math.floor(after),
    publication: publication.id,
    issue: issue.id,
    section: null,
    link: null,
    reader: reader as ReaderId,
    segment: premium || reader % 5 === 0 ? 'premium' : 'free',
    edition: 'none',
    source: 'api',
    verdict: kind === 'opened' || kind === 'clicked' ? 'human' : 'none',
    reasons: [],
  });
  const appeal = 0.4 + 0.5 * random();
  const events = Array.from({ length: recipients }, (_, at) => at + 1).flatMap((reader) => {
    const delay = 12 * DAY * random() ** 5;
    const reads = random() < appeal;
    return [
      event('sent', reader, 0),
      ...(reads ? [event('opened', reader, delay), event('opened', reader, delay + DAY)] : []),
      ...(reads && random() < 0.5 ? [event('clicked', reader, delay + HOUR * random())] : []),
      ...(reads && hasPaywall && random() < 0.5 ? [event('paywall_hit', reader, delay + 2 * HOUR * random())] : []),
      ...(reads && hasPaywall && random() < 0.3 ? [event('trial_started', reader, delay + 3 * HOUR)] : []),
    ];
  });
  await api.warehouse.insertEvents(events);
  return { issue, sentAt, events };
}

async function usualOf(publication: Publication, issue: IssueWithStructure, now: number): Promise<IssueUsual> {
  api.now = now;
  const { status, json } = await api.call(
    'GET',
    `/api/v1/publications/${publication.publicId}/issues/${issue.publicId}/usual`,
  );
  expect(status).toBe(200);
  return issueUsual.parse(json);
}

/** Whoever did one of these things to an issue before it was so old. */
function people({ events, sentAt }: Sent, age: number, ...kinds: readonly EventKind[]): number {
  return new Set(
    events.filter(({ kind, time }) => kinds.includes(kind) && time < sentAt + age).map(({ reader }) => reader),
  ).size;
}

/** Percentiles by interpolation, written down once more. */
function plainRange(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below = 0, above = below] = sorted.slice(Math.floor(place));
    return below + (place % 1) * (above - below);
  };
  return { low: expect.closeTo(at(0.1), 9), median: expect.closeTo(at(0.5), 9), high: expect.closeTo(at(0.9), 9) };
}

function plainFigures(compared: readonly Sent[], age: number) {
  const range = (value: (one: Sent) => number) => plainRange(compared.map(value));
  const readers = (one: Sent) => people(one, age, 'opened', 'clicked');
  const clickers = (one: Sent) => people(one, age, 'clicked');
  const delivered = (one: Sent) => people(one, age, 'sent');
  return {
    readers: range(readers),
    openRate: range((one) => readers(one) / delivered(one)),
    clickers: range(clickers),
    clickRate: range((one) => clickers(one) / delivered(one)),
    clickToOpenRate: range((one) => clickers(one) / readers(one)),
    paywallHits: range((one) => people(one, age, 'paywall_hit')),
    trialsStarted: range((one) => people(one, age, 'trial_started')),
  };
}

describe('what is usual for an issue', () => {
  let publication: Publication;
  const forAll: Sent[] = [];
  let last: Sent;

  beforeAll(async () => {
    publication = await newPublication();
    // Thirty-four for all, a day apart, the last six hours old; none of the others is like them.
    for (let days = 33; days >= 0; days--) {
      forAll.push(await send(publication, NOW - 6 * HOUR - days * DAY));
      if (days % 8 === 4) await send(publication, NOW - 2 * HOUR - days * DAY, { premium: true });
    }
    await send(publication, NOW - 3.5 * DAY, { recipients: 0 });
    last = forAll.at(-1) as Sent;
  }, 60_000);

  test('is what the thirty before it to the same audience had at the same age, as a plain count says', async () => {
    const usual = await usualOf(publication, last.issue, NOW);
    expect(usual).toMatchObject({ asOf: new Date(NOW).toISOString(), age: 6, issues: 30, audience: 'everyone' });
    expect(usual.figures).toEqual(plainFigures(forAll.slice(-31, -1), 6 * HOUR));
    const later = await usualOf(publication, last.issue, NOW + 30.25 * HOUR);
    expect(later.age).toBe(36.25);
    expect(later.figures).toEqual(plainFigures(forAll.slice(-31, -1), 36.25 * HOUR));
  });

  test('is compared by totals once it is a week old', async () => {
    const now = NOW + 9 * DAY;
    const usual = await usualOf(publication, last.issue, now);
    expect(usual).toMatchObject({ age: null, issues: 30, forecast: null });
    expect(usual.figures).toEqual(plainFigures(forAll.slice(-31, -1), 1_000 * DAY));
    expect((await usualOf(publication, last.issue, last.sentAt + 7 * DAY - 1)).age).toBeCloseTo(168, 5);
  });

  test('has a curve by hour, of the issues that are so old', async () => {
    const { curve } = await usualOf(publication, last.issue, NOW);
    expect(curve.map(({ hour }) => hour)).toEqual(Array.from({ length: 168 }, (_, hour) => hour));
    for (const hour of [0, 5, 17]) {
      const before = forAll.slice(-31, -1).map((one) => people(one, (hour + 1) * HOUR, 'opened', 'clicked'));
      expect(curve[hour]).toEqual({ hour, ...plainRange(before) });
    }
    for (const [at, { low, median, high }] of curve.entries()) {
      const next = curve[at + 1] ?? { low, median, high };
      expect([low <= median && median <= high, low <= next.low && median <= next.median && high <= next.high]).toEqual([
        true,
        true,
      ]);
    }
  });

  test('comes with where the issue will probably end, from those that are a week old', async () => {
    const { forecast } = await usualOf(publication, last.issue, NOW);
    const readers = people(last, 6 * HOUR, 'opened', 'clicked');
    expect(forecast?.hours).toBe(168);
    expect(forecast?.low).toBeGreaterThanOrEqual(readers);
    expect(forecast?.low).toBeLessThanOrEqual(forecast?.readers ?? 0);
    expect(forecast?.readers).toBeLessThanOrEqual(forecast?.high ?? 0);
    // Those before it had this many more in the end than at its age, on average.
    const before = forAll.slice(-31, -7);
    const at = (age: number) => before.reduce((sum, one) => sum + people(one, age, 'opened', 'clicked'), 0);
    const ends = (readers * at(7 * DAY)) / at(6 * HOUR);
    expect(Math.abs((forecast?.readers ?? 0) / ends - 1)).toBeLessThan(0.25);
  });

  test('among paying readers only is what issues for them had', async () => {
    const paid = await send(publication, NOW - HOUR, { premium: true });
    expect(await usualOf(publication, paid.issue, NOW)).toMatchObject({
      audience: 'paying',
      issues: 4,
      figures: { readers: null, openRate: null },
      curve: [],
      forecast: null,
    });
  });

  test('of a paywall is what issues with one had', async () => {
    const open = await send(publication, NOW - HOUR, { hasPaywall: false });
    const usual = await usualOf(publication, open.issue, NOW);
    expect(usual.issues).toBe(30);
    expect(usual.figures.readers).not.toBeNull();
    expect(usual.figures).toMatchObject({ paywallHits: null, trialsStarted: null });
  });

  test('is not said of an issue that is among the first, or has not gone out', async () => {
    const first = await usualOf(publication, forAll[0]?.issue as IssueWithStructure, NOW);
    expect(first).toMatchObject({ issues: 0, figures: { readers: null }, curve: [], forecast: null });
    const fifth = await usualOf(publication, forAll[4]?.issue as IssueWithStructure, NOW);
    expect(fifth).toMatchObject({ issues: 4, figures: { readers: null }, curve: [] });
    const sixth = await usualOf(publication, forAll[5]?.issue as IssueWithStructure, NOW);
    expect(sixth.figures).toEqual(plainFigures(forAll.slice(0, 5), 1_000 * DAY));
    const unsent = await api.catalog.createIssue(publication.id, {
      title: 'Tomorrow’s',
      subtitle: '',
      sentAt: null,
      hasPaywall: false,
      sections: [],
      links: [],
    });
    expect(await usualOf(publication, unsent, NOW)).toMatchObject({ age: null, issues: 0, figures: { readers: null } });
    const planned = await send(publication, NOW + DAY, { recipients: 0 });
    expect(await usualOf(publication, planned.issue, NOW)).toMatchObject({ age: null, issues: 0 });
  });

  test('is not for strangers, nor for another publication’s key, nor of an issue that is not there', async () => {
    const path = `/api/v1/publications/${publication.publicId}/issues/${last.issue.publicId}/usual`;
    const other = await newPublication();
    const body = { name: 'k', publication: other.publicId };
    const { key } = (await api.call('POST', '/api/v1/keys', { body })).json;
    expect((await api.call('GET', path, { key: null })).status).toBe(401);
    expect((await api.call('GET', path, { key })).status).toBe(404);
    const elsewhere = `/api/v1/publications/${other.publicId}/issues/${last.issue.publicId}/usual`;
    expect((await api.call('GET', elsewhere, { key })).status).toBe(404);
  });
});
