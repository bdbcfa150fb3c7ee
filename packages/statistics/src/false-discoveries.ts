/**
 * p-values of questions that were asked together, corrected for how many they are: among the ones that stay below a level
 * at most that share are expected to be chance. Y. Benjamini & Y. Hochberg, Journal of the Royal Statistical Society B 57,
 * 1995; also where the questions depend on each other the way that these mostly do (Benjamini & Yekutieli, 2001).
 * @returns in the order given
 */
export function falseDiscoveryAdjusted(pValues: readonly number[]): readonly number[] {
  const largestFirst = pValues.map((value, at) => ({ value, at })).sort((a, b) => b.value - a.value);
  const adjusted: number[] = Array(pValues.length).fill(1);
  let least = 1;
  for (const [place, { value, at }] of largestFirst.entries()) {
    least = Math.min(least, (value * pValues.length) / (pValues.length - place));
    adjusted[at] = least;
  }
  return adjusted;
}
