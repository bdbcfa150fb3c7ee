import type { IssueFiguresView } from '@readout/api-contract';
import { issueRates } from '@readout/engagement';
import type { IssueFigures } from '@readout/warehouse';

/** Counts from the warehouse with the rates made of them. */
export function figuresView({ issue: _, readership: __, sentFree: ___, ...counts }: IssueFigures): IssueFiguresView {
  return { ...counts, opensByVerdict: { ...counts.opensByVerdict }, ...issueRates(counts) };
}
