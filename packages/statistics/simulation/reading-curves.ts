import { binomial, logUniform, normal, type Random, uniform } from '../src/seeded-random.ts';

// Under Jest every look-up of a global is slow, as in seeded-random.ts.
const { exp, floor, log, min, round } = Math;

/** What publications are like whose issues' readers are simulated hour by hour. */
export interface CurveWorld {
  /** Standard deviation of the logarithm of an issue's appeal. */
  readonly appeal?: readonly [from: number, to: number];
  /** The same of how fast it is read. */
  readonly haste?: readonly [from: number, to: number];
  /** Growth of the list from issue to issue, as a factor. */
  readonly growth?: number;
  /** Recipients at the beginning. */
  readonly recipients?: readonly [from: number, to: number];
  /** One in so many issues is read by half as many again: it was talked about. */
  readonly exceptional?: number;
  /** Issues go out at any hour instead of at the same one: at night nobody reads. */
  readonly anyHour?: boolean;
}

/** An issue's readers at each of the ages asked for. */
export interface SimulatedCurve {
  readonly recipients: number;
  readonly readersAt: readonly number[];
}

/** Of a day's reading, by the local clock from midnight. */
const NIGHT = [0.1, 0.05, 0.03, 0.03, 0.05, 0.3] as const;

/**
 * A publication's issues, one after the other. Readers come after a log-normal delay with a median of one to six hours, at
 * night hardly any; an issue has its own appeal and its own haste.
 * @param ages in hours, rising; after the last one nobody comes any more.
 */
export function simulatedCurves(
  random: Random,
  world: CurveWorld,
  issues: number,
  ages: readonly number[],
): SimulatedCurve[] {
  const { appeal = [0.05, 0.25], haste = [0.05, 0.3], recipients = [300, 100_000], growth = 1 } = world;
  const atFirst = logUniform(random, ...recipients);
  const rate = uniform(random, 0.15, 0.6);
  const median = logUniform(random, 1, 6);
  const spread = uniform(random, 1, 1.6);
  const appealSpread = uniform(random, ...appeal);
  const hasteSpread = uniform(random, ...haste);
  const usualHour = floor(uniform(random, 5, 20));
  return Array.from({ length: issues }, (_, at) => {
    const list = round(atFirst * growth ** at);
    const talkedAbout = world.exceptional !== undefined && random() < 1 / world.exceptional ? 1.5 : 1;
    const read = min(0.95, rate * talkedAbout * exp(appealSpread * normal(random)));
    const delay = median * exp(hasteSpread * normal(random));
    const hour = world.anyHour ? floor(uniform(random, 0, 24)) : usualHour;
    const shares = cumulative(
      ages,
      hour,
      (from, to) => logNormalBelow(to, delay, spread) - logNormalBelow(from, delay, spread),
    );
    let left = binomial(random, list, read);
    let [readers, shareBefore] = [0, 0];
    const readersAt = shares.map((share) => {
      const come = binomial(random, left, shareBefore >= 1 ? 1 : min(1, (share - shareBefore) / (1 - shareBefore)));
      left -= come;
      readers += come;
      shareBefore = share;
      return readers;
    });
    return { recipients: list, readersAt };
  });
}

/** What share of all who come by the last age has come by each, when some hours of the day weigh less. */
function cumulative(
  ages: readonly number[],
  sentAtHour: number,
  within: (from: number, to: number) => number,
): number[] {
  const end = ages.at(-1) ?? 0;
  const sums = [0];
  for (let hour = 0; hour < end; hour++) {
    const weight = NIGHT[(sentAtHour + hour) % 24] ?? 1;
    sums.push((sums[hour] ?? 0) + weight * within(hour, hour + 1));
  }
  const total = sums.at(-1) ?? 1;
  return ages.map((age) => {
    const [before = 0, after = before] = sums.slice(floor(age), floor(age) + 2);
    return (before + (after - before) * (age - floor(age))) / total;
  });
}

function logNormalBelow(x: number, median: number, spread: number): number {
  return x <= 0 ? 0 : logistic(log(x / median) / spread);
}

/** Close to the normal distribution (within 0.01), and quick: K. R. Shah, The American Statistician 39, 1985. */
function logistic(z: number): number {
  return 1 / (1 + exp(-1.702 * z));
}
