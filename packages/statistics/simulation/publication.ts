import type { IssueClicks } from '../src/index.ts';
import { binomial, logUniform, normal, type Random, uniform } from '../src/seeded-random.ts';

/** What a world of publications is like; each publication draws its own within it. */
export interface World {
  /** Clicks per reader behind Apple's proxy ÷ clicks per reader elsewhere, on average over a publication's issues. */
  readonly clickHabit: (random: Random) => number;
  /** The odds that an Apple recipient reads ÷ the odds that another one does. */
  readonly readHabit: (random: Random) => number;
  /** Share of seen readers whose client shows no images: they are seen to read only if they click. */
  readonly imagesBlocked?: number;
  /** Share of seen recipients for whom a gateway clicks unrecognised; gateways guard companies, rarely Apple Mail. */
  readonly machineClicks?: number;
}

export interface SimulatedIssue {
  readonly counts: IssueClicks;
  /** Hidden recipients who really read. */
  readonly hiddenReaders: number;
}

/**
 * Readers are not alike: a fifth each, of whom the keenest read and click most. `clicks` and `reads` multiply the
 * publication's rates. People keep their kind from issue to issue, so that issues are not independent of each other.
 */
const KINDS = [
  { clicks: 0.25, reads: 0.6 },
  { clicks: 0.5, reads: 0.8 },
  { clicks: 0.75, reads: 1 },
  { clicks: 1.25, reads: 1.2 },
  { clicks: 2.25, reads: 1.4 },
] as const;

/** Nobody reads everything or clicks in everything. */
const MOST = 0.95;

/**
 * A publication's issues, one after the other: the same recipients, other contents. Sizes and rates cover what
 * newsletters have: 500 to 200,000 recipients, 20 to 70 % of them behind Apple's proxy, 15 to 60 % open rate and
 * 2 to 25 % clicks to opens among the others.
 */
export function simulatedIssues(random: Random, world: World, issues: number): SimulatedIssue[] {
  const recipients = Math.round(logUniform(random, 500, 200_000));
  const apple = binomial(random, recipients, uniform(random, 0.2, 0.7));
  const openRate = uniform(random, 0.15, 0.6);
  const clickToOpen = logUniform(random, 0.02, 0.25);
  const clickHabit = world.clickHabit(random);
  const readHabit = world.readHabit(random);
  const groups = { seen: kinds(random, recipients - apple), hidden: kinds(random, apple) };

  return Array.from({ length: issues }, () => {
    const readOdds = odds(openRate) * Math.exp(0.15 * normal(random));
    const clickRate = clickToOpen * (issues === 1 ? 1 : Math.exp(0.3 * normal(random)));
    return issueOf(random, world, groups, {
      seen: { reads: share(readOdds), clicks: clickRate },
      hidden: { reads: share(readOdds * readHabit), clicks: clickRate * clickHabit },
    });
  });
}

interface Rates {
  readonly reads: number;
  readonly clicks: number;
}

function issueOf(
  random: Random,
  world: World,
  groups: { readonly seen: readonly number[]; readonly hidden: readonly number[] },
  rates: { readonly seen: Rates; readonly hidden: Rates },
): SimulatedIssue {
  const seen = behaviour(random, groups.seen, rates.seen);
  const hidden = behaviour(random, groups.hidden, rates.hidden);
  const recipients = sum(groups.seen);
  const silent = seen.readers - seen.clickers;
  const blocked = binomial(random, silent, world.imagesBlocked ?? 0);
  // A machine's click makes a reader of whoever was not seen to read, and a clicker of whoever read without clicking.
  const machineClickers = binomial(random, silent - blocked, world.machineClicks ?? 0);
  const machineReaders = binomial(random, recipients - seen.readers + blocked, world.machineClicks ?? 0);
  return {
    hiddenReaders: hidden.readers,
    counts: {
      seen: {
        recipients,
        readers: seen.readers - blocked + machineReaders,
        clickers: seen.clickers + machineClickers + machineReaders,
      },
      hidden: { recipients: sum(groups.hidden), clickers: hidden.clickers },
    },
  };
}

/** How many people there are of each kind. */
function kinds(random: Random, people: number): number[] {
  let left = people;
  return KINDS.map((_, at) => {
    const drawn = at === KINDS.length - 1 ? left : binomial(random, left, 1 / (KINDS.length - at));
    left -= drawn;
    return drawn;
  });
}

function behaviour(random: Random, people: readonly number[], { reads, clicks }: Rates) {
  // `clicks` is the rate among readers, of whom more are keen than among recipients.
  const keenness = sum(KINDS.map((kind) => kind.clicks * kind.reads)) / sum(KINDS.map((kind) => kind.reads));
  const counts = KINDS.map((kind, at) => {
    const readers = binomial(random, people[at] ?? 0, Math.min(MOST, reads * kind.reads));
    return { readers, clickers: binomial(random, readers, Math.min(MOST, (clicks * kind.clicks) / keenness)) };
  });
  return { readers: sum(counts.map((count) => count.readers)), clickers: sum(counts.map((count) => count.clickers)) };
}

function odds(rate: number): number {
  return rate / (1 - rate);
}

function share(readOdds: number): number {
  return readOdds / (1 + readOdds);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
