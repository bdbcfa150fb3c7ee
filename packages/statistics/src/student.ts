import { normalShareBelow } from './normal-distribution.ts';

// Under Jest every look-up of a global costs more than the arithmetic.
const { atan, cos, min, PI, sqrt } = Math;

/** Above so many degrees of freedom it differs from the normal distribution by less than one in a million. */
const NEARLY_NORMAL = 1e6;
/** Stretches that Simpson's rule adds up: good to nine places and more. */
const STEPS = 200;

/**
 * The value that a share of Student's t distribution lies below, by halving where it may be.
 * @param share above 0.5 and below 1 @param degrees of freedom, at least 1, not necessarily whole
 */
export function studentQuantile(share: number, degrees: number): number {
  const below = shareBelow(degrees);
  let [low, high] = [0, 1];
  while (below(high) < share) high *= 2;
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The share of Student's t distribution that lies below t ≥ 0. */
export function studentShareBelow(t: number, degrees: number): number {
  return shareBelow(degrees)(t);
}

/**
 * With t = √ν tan θ the density becomes cos^(ν−1) θ between −π/2 and π/2: smooth, so that it can be added up, and divided
 * by the whole, which needs no gamma function.
 */
function shareBelow(degrees: number): (t: number) => number {
  if (degrees > NEARLY_NORMAL) return normalShareBelow;
  const root = sqrt(degrees);
  // Many degrees of freedom have all of it around 0: e^(−10² ÷ 2) is nothing.
  const end = min(PI / 2, 10 / root);
  const whole = integral(degrees - 1, end);
  return (t) => 0.5 + (0.5 * integral(degrees - 1, min(end, atan(t / root)))) / whole;
}

/** Of cos θ to a power, from 0 to an angle of at most π/2. */
function integral(power: number, to: number): number {
  const step = to / STEPS;
  let sum = 1 + cos(to) ** power;
  for (let at = 1; at < STEPS; at++) sum += cos(at * step) ** power * (at % 2 === 1 ? 4 : 2);
  return (sum * step) / 3;
}
