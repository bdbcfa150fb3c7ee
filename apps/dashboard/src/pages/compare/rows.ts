import type { ComparedIssue, IssueComparison } from '@readout/api-contract';
import { largest } from '../../findings/compared.ts';
import { type DefinitionName, words } from '../../words/words.ts';

type Rate = keyof IssueComparison['leads'];
type Count = 'delivered' | 'readers' | 'clickers' | 'paywallHits' | 'trialsStarted';

/** A row of the comparison: a count, or a rate with its range. */
export type ComparedRow = { readonly term: DefinitionName; readonly label: string } & (
  | { readonly rate: null; readonly count: Count }
  | { readonly rate: Rate; readonly of: string }
);

export function comparedRows(): ComparedRow[] {
  const { issues, issuesTable } = words;
  return [
    { term: 'delivered', label: issues.delivered, rate: null, count: 'delivered' },
    { term: 'readers', label: issues.readers, rate: null, count: 'readers' },
    { term: 'openRate', label: issues.openRate, rate: 'openRate', of: issues.ofDelivered },
    { term: 'clickers', label: issues.clickers, rate: null, count: 'clickers' },
    { term: 'clickRate', label: issues.clickRate, rate: 'clickRate', of: issues.ofDelivered },
    { term: 'clickToOpenRate', label: issues.clickToOpen, rate: 'clickToOpenRate', of: issues.ofReaders },
    { term: 'paywallHits', label: issues.paywallHits, rate: null, count: 'paywallHits' },
    { term: 'trialsStarted', label: issuesTable.trialsStarted, rate: null, count: 'trialsStarted' },
  ];
}

/** An issue without a paywall has no figures of one: that is not the same as none. */
export function countOf({ figures, hasPaywall }: ComparedIssue, count: Count): number | null {
  return (count === 'paywallHits' || count === 'trialsStarted') && !hasPaywall ? null : figures[count];
}

/** What is said of the best of a row, and of which issue. To whom more was delivered did nothing better. */
export function bestOf(row: ComparedRow, { items, leads }: IssueComparison): { issue: string; says: string } | null {
  if (row.rate !== null) {
    const lead = leads[row.rate];
    return lead && { issue: lead.issue, says: lead.clear ? words.compare.highest : words.compare.withinChance };
  }
  const { count } = row;
  if (count === 'delivered') return null;
  const at = largest(items.map((item) => countOf(item, count) ?? 0));
  const issue = at === null ? undefined : items[at];
  return issue === undefined ? null : { issue: issue.id, says: words.compare.most };
}
