import type { ComparedIssue } from '@readout/api-contract';

/** More would not be told apart. */
export const MOST_COMPARED = 6;

/** The issues to compare as they stand in an address, which may hold anything. @param text public ids, with commas */
export function comparedIssues(text: string | undefined): readonly string[] {
  const ids = (text ?? '').split(',').filter((id) => /^\w{1,40}$/.test(id));
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

/** Issues by their letters: short names that go with colours, and are read where colours are not. */
export function letterOf(at: number): string {
  return String.fromCharCode(65 + at);
}

/** Which of some counts is the largest, by its place; null where all are the same, or two share the first place. */
export function largest(counts: readonly number[]): number | null {
  const most = Math.max(...counts);
  const first = counts.indexOf(most);
  return counts.length < 2 || counts.lastIndexOf(most) !== first ? null : first;
}

/**
 * Readers at the end of each hour, as counts or as percent of delivered; null before anything is known, and after the
 * issue's present age.
 */
export function curveOf(
  { readersSoFar, figures: { delivered } }: Pick<ComparedIssue, 'readersSoFar' | 'figures'>,
  hours: number,
  as: 'share' | 'counts',
): readonly { readonly x: number; readonly y: number | null }[] {
  return Array.from({ length: hours }, (_, hour) => {
    const readers = readersSoFar[hour];
    const y =
      readers === undefined ? null : as === 'counts' ? readers : delivered > 0 ? (readers / delivered) * 100 : null;
    return { x: hour + 1, y };
  });
}

/** How many hours all of them have lived, at most `hours`: later ones say nothing of the younger. */
export function hoursInCommon(issues: readonly Pick<ComparedIssue, 'readersSoFar'>[], hours: number): number {
  return Math.min(hours, ...issues.map(({ readersSoFar }) => readersSoFar.length));
}
