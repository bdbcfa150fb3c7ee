/** The two ends of some shares. */
export interface Contrast<Name> {
  readonly most: Name;
  readonly mostShare: number;
  readonly least: Name;
  readonly leastShare: number;
}

/** Who has the most of something and who the least, as shares; null where there are fewer than two, or all are alike. */
export function contrastOf<Name>(
  shares: readonly { readonly name: Name; readonly share: number }[],
): Contrast<Name> | null {
  const sorted = shares.toSorted((a, b) => b.share - a.share);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (most === undefined || least === undefined || most.share === least.share) return null;
  return { most: most.name, mostShare: most.share, least: least.name, leastShare: least.share };
}
