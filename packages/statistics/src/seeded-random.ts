// Under Jest every look-up of a global costs more than the arithmetic: five times the time in all.
const { cos, exp, floor, log, sqrt, PI } = Math;

/** Numbers from 0 to below 1 that a seed fixes. */
export type Random = () => number;

/** C. Doty-Humphrey's sfc32 (PractRand, public domain): 128 bits of state, passes PractRand to terabytes. */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const random = () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return (mixed >>> 0) / 2 ** 32;
  };
  // Close seeds differ in everything only after some rounds.
  for (let round = 0; round < 15; round++) random();
  return random;
}

export function uniform(random: Random, from: number, to: number): number {
  return from + (to - from) * random();
}

/** As likely between 1 and 2 as between 10 and 20. */
export function logUniform(random: Random, from: number, to: number): number {
  return exp(uniform(random, log(from), log(to)));
}

/** G. Box & M. Muller, A Note on the Generation of Random Normal Deviates, 1958. */
export function normal(random: Random): number {
  return sqrt(-2 * log(1 - random())) * cos(2 * PI * random());
}

/** How many of `trials` succeed: a beta variable tells how far a middle one lies, until few are left to be drawn. */
export function binomial(random: Random, trials: number, chance: number): number {
  let [left, rate, successes] = [trials, chance, 0];
  // Relles (1972), as in Devroye, Non-Uniform Random Variate Generation, 1986, X.4.4: exact, O(log trials).
  while (left > 24) {
    const middle = floor((left + 1) / 2);
    const at = beta(random, middle, left + 1 - middle);
    if (at <= rate) {
      successes += middle;
      left -= middle;
      rate = (rate - at) / (1 - at);
    } else {
      left = middle - 1;
      rate /= at;
    }
  }
  for (; left > 0; left--) if (random() < rate) successes++;
  return successes;
}

function beta(random: Random, a: number, b: number): number {
  const [x, y] = [gamma(random, a), gamma(random, b)];
  return x / (x + y);
}

/** For shapes of 1 and more: G. Marsaglia & W. Tsang, A Simple Method for Generating Gamma Variables, 2000. */
function gamma(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / sqrt(9 * d);
  for (;;) {
    const z = normal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && log(1 - random()) < 0.5 * z * z + d - d * v + d * log(v)) return d * v;
  }
}
