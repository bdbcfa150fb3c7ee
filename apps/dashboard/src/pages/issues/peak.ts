import type { IssueListItem } from '@readout/api-contract';

/** The most new readers that any of these issues had in one hour: the scale that all their sparklines share. */
export function peakOf(items: readonly Pick<IssueListItem, 'readersByHour'>[]): number {
  // Not all hours at once: of thousands of issues they are more than a call takes arguments.
  return items.reduce((peak, { readersByHour }) => Math.max(peak, ...readersByHour), 1);
}
