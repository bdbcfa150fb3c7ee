import { type ArmSummary, alwaysValidDifference, armOfShare, mean, relativeLift } from '../src/index.ts';
import { binomial, logUniform, type Random, seededRandom, uniform } from '../src/seeded-random.ts';

/** A test of two arms that is looked at every evening. */
interface PeekedTest {
  readonly days: number;
  /** That come to control and treatment on a day. */
  readonly people: readonly [number, number];
  /** The control's share. */
  readonly base: number;
  /** What the treatment's share is above it, relative. */
  readonly lift: number;
  /** For both arms together. */
  readonly tightestAt: number;
}

/** Any test with a base of 2 to 10 %, 30 to 60 days and 100 to 900 people a day in all; whoever plans it guesses its size. */
function anyTest(random: Random, lift: number): PeekedTest {
  const days = Math.round(uniform(random, 30, 60));
  const people = Math.round(logUniform(random, 50, 450));
  const size = 2 * days * people;
  return {
    days,
    people: [people, people],
    base: logUniform(random, 0.02, 0.1),
    lift,
    tightestAt: size * logUniform(random, 0.2, 2),
  };
}

interface Peeked {
  /** Whether anything could be said on the last evening. */
  readonly answered: boolean;
  /** Whether every evening's interval held the truth. */
  readonly held: boolean;
  readonly heldLift: boolean;
  /** Whether 0 was outside the interval on any evening. */
  readonly found: boolean;
  /** Whether the usual 95 % interval, meant for one look, held the truth on every evening that the other had one. */
  readonly usualHeld: boolean;
  /** Width of the last evening's interval, in widths of the usual one. */
  readonly width: number;
}

const LEVEL = 0.95;
const USUAL = 1.959_963_984_540_054;

/** How a test of shares looks to somebody who looks at it every evening. */
function peekedShares(random: Random, test: PeekedTest): Peeked {
  const [control, treatment] = test.people;
  let [ofControl, ofTreatment] = [0, 0];
  return peeked(test, test.base * test.lift, (day) => {
    ofControl += binomial(random, control, test.base);
    ofTreatment += binomial(random, treatment, test.base * (1 + test.lift));
    return [
      armOfShare({ count: ofControl, of: day * control }),
      armOfShare({ count: ofTreatment, of: day * treatment }),
    ];
  });
}

/** A price, and which share of those who pay takes it. */
const PRICES = [
  { price: 5, share: 0.6 },
  { price: 8, share: 0.25 },
  { price: 50, share: 0.12 },
  { price: 150, share: 0.03 },
] as const;

/** The same for revenue per person, most of whom pay nothing and few a lot. */
function peekedRevenue(random: Random, test: PeekedTest): Peeked {
  const meanPrice = PRICES.reduce((sum, { price, share }) => sum + price * share, 0);
  const [control, treatment] = [new Revenue(test.base), new Revenue(test.base * (1 + test.lift))];
  return peeked(test, test.base * test.lift * meanPrice, () => {
    control.anotherDay(random, test.people[0]);
    treatment.anotherDay(random, test.people[1]);
    return [control.summary(), treatment.summary()];
  });
}

/** Tests that are simulated together, and how many of them. */
export interface PeekedWorld {
  readonly name: string;
  readonly tests: number;
  readonly one: (random: Random) => Peeked;
}

const nineToOne = (base: number): PeekedTest => ({ days: 60, people: [450, 50], base, lift: 0, tightestAt: 30_000 });

export const NO_DIFFERENCE: readonly PeekedWorld[] = [
  { name: 'shares, A/A', tests: 5_000, one: (random) => peekedShares(random, anyTest(random, 0)) },
  {
    name: 'shares of 5 %, A/A, split nine to one',
    tests: 5_000,
    one: (random) => peekedShares(random, nineToOne(0.05)),
  },
  { name: 'revenue, A/A', tests: 3_000, one: (random) => peekedRevenue(random, anyTest(random, 0)) },
  {
    name: 'revenue, 10 % pay, A/A, split nine to one',
    tests: 3_000,
    one: (random) => peekedRevenue(random, nineToOne(0.1)),
  },
];

export const A_DIFFERENCE: readonly PeekedWorld[] = [
  { name: 'shares, a fifth more', tests: 5_000, one: (random) => peekedShares(random, anyTest(random, 0.2)) },
  { name: 'revenue, a fifth more', tests: 3_000, one: (random) => peekedRevenue(random, anyTest(random, 0.2)) },
];

/** Hardly ever enough to say anything, but for those that happen to look sure. */
export const HARDLY_ENOUGH: PeekedWorld = {
  name: 'revenue, 3 % pay, A/A, split nine to one',
  tests: 3_000,
  one: (random) => peekedRevenue(random, nineToOne(0.03)),
};

/** Of the tests about which something could be said. Shares, but for the first and the last. */
export interface PeekedResult {
  readonly answered: number;
  readonly held: number;
  readonly heldLift: number;
  readonly found: number;
  readonly usualHeld: number;
  /** The mean. */
  readonly width: number;
}

export function peekedAt({ tests, one }: PeekedWorld, seed: number): PeekedResult {
  const random = seededRandom(seed);
  const answered = Array.from({ length: tests }, () => one(random)).filter((test) => test.answered);
  const share = (holds: (test: Peeked) => boolean) => answered.filter(holds).length / answered.length;
  return {
    answered: answered.length,
    held: share((test) => test.held),
    heldLift: share((test) => test.heldLift),
    found: share((test) => test.found),
    usualHeld: share((test) => test.usualHeld),
    width: mean(answered.map((test) => test.width)),
  };
}

class Revenue {
  readonly #rate: number;
  #people = 0;
  #sum = 0;
  #squares = 0;

  constructor(rate: number) {
    this.#rate = rate;
  }

  anotherDay(random: Random, people: number): void {
    this.#people += people;
    for (const { price, share } of PRICES) {
      const paid = binomial(random, people, this.#rate * share);
      this.#sum += paid * price;
      this.#squares += paid * price * price;
    }
  }

  summary(): ArmSummary {
    const mean = this.#sum / this.#people;
    return { people: this.#people, mean, variance: this.#squares / this.#people - mean * mean };
  }
}

function peeked(
  { days, lift, tightestAt }: PeekedTest,
  truth: number,
  evening: (day: number) => readonly [ArmSummary | null, ArmSummary | null],
): Peeked {
  const seen = { answered: false, held: true, heldLift: true, found: false, usualHeld: true, width: 0 };
  for (let day = 1; day <= days; day++) {
    const [control, treatment] = evening(day);
    if (control === null || treatment === null) continue;
    const options = { level: LEVEL, tightestAt };
    const found = alwaysValidDifference(control, treatment, options);
    if (found === null) continue;
    const usual = USUAL * Math.sqrt(control.variance / control.people + treatment.variance / treatment.people);
    const relative = relativeLift(control, treatment, options);
    seen.answered = true;
    seen.held &&= found.low <= truth && truth <= found.high;
    seen.heldLift &&= relative === null || (relative.low <= lift && lift <= relative.high);
    seen.found ||= found.low > 0 || found.high < 0;
    seen.usualHeld &&= Math.abs(found.difference - truth) <= usual;
    seen.width = (found.high - found.low) / (2 * usual);
  }
  return seen;
}
