import type { Segment } from '@readout/events';
import { personalAddress } from './addresses.ts';
import type { InputReader, SampleInput } from './input.ts';
import { DAY, HOUR } from './local-time.ts';
import { GATEWAYS, type Gateway, type MailClient, pickMailClient } from './mail-clients.ts';
import { pick, Random } from './random.ts';
import { firstNewcomer } from './readers.ts';

/** A reader with the habits that the model gives them, and with what has become of their subscription so far. */
export interface Person {
  readonly id: number;
  readonly token: string;
  /** The standing with which the person begins. */
  readonly begins: Exclude<Segment, 'none'>;
  /** UTC, ms; -Infinity for those who were there before the sample began. */
  readonly joinedAt: number;
  readonly client: MailClient;
  readonly gateway: Gateway;
  readonly imagesBlocked: boolean;
  /** The browser that clicks open in. */
  readonly browser: string;
  readonly address: string;
  /** Chance of reading an issue of ordinary appeal, before habit fades. */
  readonly engagement: number;
  readonly habit: 'steady' | 'fading' | 'dormant';
  /** UTC, ms: when a fading habit begins to fade, and how long until half is left. */
  readonly fadesFrom: number;
  readonly halfLife: number;
  /** Chance of clicking something in an issue that is read. */
  readonly clicksOften: number;
  /** Median delay between delivery and opening, ms. */
  readonly usualDelay: number;
  /** The mailbox refuses more often than it takes. */
  readonly poorMailbox: boolean;
  /** What may still change, all UTC, ms; -Infinity and Infinity for always and never. */
  trialFrom: number;
  trialUntil: number;
  premiumFrom: number;
  premiumUntil: number;
  unsubscribedAt: number;
}

/** Beta parameters of engagement, and shares of steady, fading and dormant habits, by standing at the beginning. */
const HABITS = {
  free: { engagement: [2, 1.8], shares: [0.62, 0.16, 0.22], clicks: [1.3, 10] },
  trial: { engagement: [2.4, 1.7], shares: [0.9, 0.1, 0], clicks: [1.6, 8] },
  premium: { engagement: [3.4, 1.5], shares: [0.88, 0.08, 0.04], clicks: [1.6, 9] },
} as const;
const POOR_MAILBOXES = 0.005;
const MEDIAN_DELAY = 1.9 * HOUR;
/** Traits come from a stream of their own, so that they stay the same whoever else takes part. */
const TRAITS = 1;

/**
 * The readers who take part, in the order of the input. With a scale below 1 every so-manieth one does, so that
 * old and new readers stay in proportion.
 *
 * @param from UTC, ms: when the first issue went out; newcomers join between this and `input.now`.
 */
export function peopleOf(input: SampleInput, from: number): Person[] {
  const scale = input.scale ?? 1;
  if (!(scale > 0 && scale <= 1)) throw new RangeError(`scale must be above 0 and at most 1, not ${scale}`);
  const { readers } = input;
  const newcomers = firstNewcomer(readers.length);
  const people: Person[] = [];
  for (const [index, reader] of readers.entries()) {
    if (Math.floor((index + 1) * scale) === Math.floor(index * scale)) continue;
    const random = new Random(input.seed ?? 0, TRAITS, index);
    const since = (index - newcomers + random.unit()) / (readers.length - newcomers);
    const joinedAt = index < newcomers ? Number.NEGATIVE_INFINITY : Math.round(from + since * (input.now - from));
    people.push(personOf(reader, joinedAt, from, random));
  }
  return people;
}

function personOf(reader: InputReader, joinedAt: number, from: number, random: Random): Person {
  const { engagement, shares, clicks } = HABITS[reader.segment];
  const client = pickMailClient(random);
  const begin = Math.max(joinedAt, from);
  return {
    id: reader.id,
    token: reader.token,
    begins: reader.segment,
    joinedAt,
    client,
    gateway: pick(random, GATEWAYS, [0.5, 0.25, 0.25]),
    imagesBlocked: random.chance(client.imagesBlocked),
    browser: pick(
      random,
      client.browsers,
      client.browsers.map(() => 1),
    ),
    address: personalAddress(random),
    engagement: random.beta(engagement[0], engagement[1]),
    habit: pick(random, ['steady', 'fading', 'dormant'] as const, shares),
    fadesFrom: begin + random.between(-30, 60) * DAY,
    halfLife: random.between(14, 50) * DAY,
    clicksOften: random.beta(clicks[0], clicks[1]),
    usualDelay: random.logNormal(MEDIAN_DELAY, 0.6),
    poorMailbox: random.chance(POOR_MAILBOXES),
    trialFrom: Number.POSITIVE_INFINITY,
    trialUntil: Number.POSITIVE_INFINITY,
    premiumFrom: reader.segment === 'premium' ? joinedAt : Number.POSITIVE_INFINITY,
    premiumUntil: Number.POSITIVE_INFINITY,
    unsubscribedAt: Number.POSITIVE_INFINITY,
  };
}

/** A person's standing at a moment (UTC, ms). */
export function segmentAt(person: Person, time: number): Exclude<Segment, 'none'> {
  if (time >= person.premiumFrom && time < person.premiumUntil) return 'premium';
  if (time >= person.trialFrom && time < person.trialUntil) return 'trial';
  return 'free';
}

/** Share of the dormant's engagement that is left, and of a newcomer's on top in the first two weeks. */
const DORMANT = 0.03;
const CURIOSITY = 0.25;

/** Chance of reading an issue of ordinary appeal at a moment (UTC, ms). */
export function habitAt(person: Person, time: number): number {
  const curiosity = 1 + CURIOSITY * Math.max(0, 1 - (time - person.joinedAt) / (14 * DAY));
  switch (person.habit) {
    case 'steady':
      return person.engagement * curiosity;
    case 'fading':
      return person.engagement * curiosity * 0.5 ** (Math.max(0, time - person.fadesFrom) / person.halfLife);
    case 'dormant':
      return person.engagement * DORMANT;
  }
}
