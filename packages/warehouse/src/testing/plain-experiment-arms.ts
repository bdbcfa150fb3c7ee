import { createHash } from 'node:crypto';
import type { OfferId, ReaderEvent } from '@readout/events';
import type { BegunAfter, Course, Exposed, ExposureQuery } from '../experiment-arms.ts';
import type { Subscription } from '../subscriptions.ts';

const DAY = 86_400_000;
const EXPOSURES: readonly ReaderEvent['kind'][] = ['offer_shown', 'paywall_hit', 'call_to_action'];
const NO_OFFER = 0 as OfferId;
const bySomebody = ({ verdict }: ReaderEvent) => ['none', 'human', 'proxied'].includes(verdict);

/** Exposures and what came of them, person by person. */
export function plainExperimentArms(
  events: readonly ReaderEvent[],
  all: readonly Subscription[],
  { offers, participants, from, to, asOf }: ExposureQuery,
): Exposed {
  const known = all.filter(({ isKnown, begun }) => isKnown && begun > 0 && begun <= asOf);
  const age = (at: number) => Math.floor((asOf - at) / DAY);
  const hasAccess = (reader: number, at: number) =>
    known.some(
      ({ person, begun, ended }) => person === reader && begun <= at - 1_000 && (ended === null || ended > at),
    );
  const mayTakePart = (reader: number, at: number) =>
    participants === null ||
    ((participants.visitors || reader < 2 ** 31) &&
      pointOf(participants.experiment, reader) < participants.share &&
      (participants.readers === 'all' || !hasAccess(reader, at)));
  const shown = events
    .filter(
      ({ kind, offer, time, reader }) =>
        (offers === null ? kind === 'paywall_hit' : EXPOSURES.includes(kind) && offers.includes(offer ?? NO_OFFER)) &&
        time >= from &&
        time < to &&
        time <= asOf &&
        reader !== null &&
        mayTakePart(reader, time),
    )
    .filter(bySomebody)
    .toSorted((one, other) => one.time - other.time);
  const courses = new Map<string, Course>();
  let mixed = 0;
  for (const reader of new Set(shown.flatMap((one) => one.reader ?? []))) {
    const mine = shown.filter((one) => one.reader === reader);
    const arms = new Set(mine.map(({ offer }) => (offers === null ? 0 : offers.indexOf(offer ?? NO_OFFER))));
    const [arm = 0] = arms;
    const first = mine[0]?.time ?? 0;
    if (arms.size > 1) {
      mixed++;
      continue;
    }
    const leaving = events
      .filter((one) => one.kind === 'unsubscribed' && one.reader === reader && one.time >= first && one.time <= asOf)
      .map(({ time }) => time);
    const course = {
      arm,
      exposed: age(first),
      subscriptions: known
        .filter(({ person, begun }) => person === reader && begun > first - 1_000 && begun < to)
        .map((one) => begunAfter(one, asOf))
        .sort(inText),
      unsubscribed: leaving.length === 0 ? null : age(Math.min(...leaving)),
    };
    const key = JSON.stringify(course);
    courses.set(key, { ...course, people: (courses.get(key)?.people ?? 0) + 1 });
  }
  return { courses: [...courses.values()], mixed };
}

function begunAfter(one: Subscription, asOf: number): BegunAfter {
  const { begun, trialFrom, trialTo, cancelled, ended, payments, refunds } = one;
  const age = (at: number) => Math.floor((asOf - at) / DAY);
  const isCalledOff = trialFrom !== null && cancelled !== null && cancelled < (trialTo ?? 0) && cancelled <= asOf;
  return {
    begun: age(begun),
    hasTrial: trialFrom !== null,
    calledOff: isCalledOff ? age(cancelled) : null,
    isRunning:
      trialFrom !== null &&
      !payments.some(({ at }) => at <= asOf) &&
      ended === null &&
      !isCalledOff &&
      (trialTo === null || trialTo + 3 * DAY >= asOf),
    money: [...payments, ...refunds.map((refund) => ({ ...refund, amount: -refund.amount }))]
      .filter(({ at, amount }) => at <= asOf && amount !== 0)
      .map(({ at, amount, currency }) => ({ age: age(at), amount, currency }))
      .sort(
        (a, b) =>
          a.age - b.age || a.amount - b.amount || (a.currency < b.currency ? -1 : Number(a.currency > b.currency)),
      ),
  };
}

/** In an order that depends on nothing but what they are. */
export function inText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

function pointOf(experiment: string, reader: number): number {
  const digest = createHash('sha256').update(`${experiment}:${reader}`).digest('hex');
  return Number.parseInt(digest.slice(13, 26), 16) / 2 ** 52;
}
