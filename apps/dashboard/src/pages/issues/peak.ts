import type { IssueListItem } from '@readout/api-contract';

/** The most new readers that any of these issues had in one hour: the scale that all their sparklines share. */
export function peakOf(items: readonly Pick<IssueListItem, 'readersByHour'>[]): number {
  return Math.max(1, ...items.flatMap((one) => one.readersByHour));
}
