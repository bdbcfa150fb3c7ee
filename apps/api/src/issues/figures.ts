import type { IssueFiguresView } from '@readout/api-contract';
import { issueRates } from '@readout/engagement';
import type { IssueId } from '@readout/events';
import type { IssueFigures } from '@readout/warehouse';

/** Counts from the warehouse with the rates made of them. */
export function figuresView({ issue: _, ...counts }: IssueFigures): IssueFiguresView {
  return { ...counts, opensByVerdict: { ...counts.opensByVerdict }, ...issueRates(counts) };
}

/** Of an issue that nothing has happened to. */
export function noFigures(issue: IssueId): IssueFigures {
  return {
    issue,
    sent: 0,
    bounced: 0,
    delivered: 0,
    readers: 0,
    opens: 0,
    opensByVerdict: { human: 0, proxied: 0, prefetched: 0, scanner: 0, unclear: 0 },
    clicks: 0,
    clickers: 0,
    machineClicks: 0,
    paywallHits: 0,
    trialsStarted: 0,
  };
}
