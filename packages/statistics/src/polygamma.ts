/**
 * From here on the asymptotic series below are good to 13 digits; smaller arguments are stepped up to it.
 * Both series and steps: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), chapter 6.
 */
const ASYMPTOTIC = 10;

/** ψ(x), the derivative of ln Γ(x), for x > 0. Step 6.3.5, series 6.3.18. */
export function digamma(x: number): number {
  let at = x;
  let below = 0;
  for (; at < ASYMPTOTIC; at++) below += 1 / at;
  const s = 1 / (at * at);
  const series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32_760)))));
  return Math.log(at) - 0.5 / at - series - below;
}

/** ψ′(x), the derivative of digamma, for x > 0. Step 6.4.6, series 6.4.12. */
export function trigamma(x: number): number {
  let at = x;
  let below = 0;
  for (; at < ASYMPTOTIC; at++) below += 1 / (at * at);
  const s = 1 / (at * at);
  const series = s * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - (s * 691) / 2_730)))));
  return (1 + 0.5 / at + series) / at + below;
}
