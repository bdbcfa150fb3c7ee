/**
 * The share of Student's t distribution with a whole number of degrees of freedom that lies below t. Finite series, exact
 * but for rounding: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.7.3 (odd) and 26.7.4 (even).
 */
export function studentShareBelow(t: number, degrees: number): number {
  if (!(Number.isInteger(degrees) && degrees >= 1)) {
    throw new RangeError(`Degrees of freedom are a whole number from 1 on, not ${degrees}.`);
  }
  if (!Number.isFinite(t)) return t > 0 ? 1 : 0;
  const isOdd = degrees % 2 === 1;
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let factor = isOdd ? 3 : 2; factor < degrees; factor += 2) {
    term *= ((factor - 1) / factor) * cosine ** 2;
    sum += term;
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return 0.5 + within / 2;
}

/** The t below which a share, above 0 and below 1, of the distribution lies: the share above, halved into. */
export function studentQuantile(share: number, degrees: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`A share is above 0 and below 1, not ${share}.`);
  if (share < 0.5) return -studentQuantile(1 - share, degrees);
  let [low, high] = [0, 1];
  while (studentShareBelow(high, degrees) < share) [low, high] = [high, high * 2];
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (studentShareBelow(middle, degrees) < share) low = middle;
    else high = middle;
  }
  return high;
}
