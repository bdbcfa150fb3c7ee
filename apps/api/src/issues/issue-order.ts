import type { IssueOrder, IssueSort } from '@readout/api-contract';
import type { Issue } from '@readout/catalog';
import { issueRates } from '@readout/engagement';
import type { IssueFigures } from '@readout/warehouse';

/** By what issues are put in order; null: it has no such figure. */
export type OrderKey = number | string | null;

export interface Ordering {
  /** Below 0: the first key comes first. */
  readonly compare: (one: OrderKey, other: OrderKey) => number;
  readonly keyOf: (issue: Issue, figures: IssueFigures | undefined) => OrderKey;
  readonly needsFigures: boolean;
}

/** Letters as a dictionary has them, numbers by their size: issue 9 before issue 10. */
const collator = new Intl.Collator('und', { numeric: true });

type Key = (issue: Issue, figures: IssueFigures | undefined) => OrderKey | undefined;

const KEYS: Readonly<Record<IssueOrder, Key>> = {
  // What was not sent yet will be the newest.
  sentAt: ({ sentAt }) => sentAt?.getTime() ?? Number.POSITIVE_INFINITY,
  title: ({ title }) => title,
  delivered: (_, figures) => figures?.delivered,
  readers: (_, figures) => figures?.readers,
  openRate: (_, figures) => figures && issueRates(figures).openRate,
  clickers: (_, figures) => figures?.clickers,
  clickRate: (_, figures) => figures && issueRates(figures).clickRate,
  clickToOpenRate: (_, figures) => figures && issueRates(figures).clickToOpenRate,
  paywallHits: (_, figures) => figures?.paywallHits,
  trialsStarted: (_, figures) => figures?.trialsStarted,
};

export function orderingOf(sort: IssueSort): Ordering {
  const down = sort.startsWith('-');
  const order = (down ? sort.slice(1) : sort) as IssueOrder;
  const direction = down ? -1 : 1;
  return {
    needsFigures: order !== 'sentAt' && order !== 'title',
    keyOf: (issue, figures) => KEYS[order](issue, figures) ?? null,
    compare: (one, other) => {
      // What has no figure comes last, whichever way.
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      if (typeof one === 'string' || typeof other === 'string') {
        return direction * collator.compare(String(one), String(other));
      }
      return one === other ? 0 : direction * (one < other ? -1 : 1);
    },
  };
}
