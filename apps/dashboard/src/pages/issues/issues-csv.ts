import type { IssueListItem } from '@readout/api-contract';
import type { CsvTable } from '../../csv/csv-table.ts';
import { words } from '../../words/words.ts';

/** Issues as a spreadsheet takes them: all that is known of each, whichever columns are shown. */
export function issuesCsv(items: readonly IssueListItem[], addressOf: (issue: string) => string): CsvTable {
  const { issues, issuesTable, csv } = words;
  return {
    columns: [
      issuesTable.csvIssue,
      csv.sent,
      issuesTable.audience,
      issuesTable.tags,
      issuesTable.csvPaywall,
      issues.delivered,
      issues.readers,
      issues.openRate,
      issues.clickers,
      issues.clickRate,
      issues.clickToOpen,
      issues.paywallHits,
      issuesTable.trialsStarted,
      issuesTable.csvLink,
    ],
    rows: items.map(({ id, title, sentAt, audience, tags, hasPaywall, figures }) => [
      title,
      sentAt,
      audience === null ? null : issuesTable.audiences[audience],
      tags.join(', '),
      hasPaywall ? issuesTable.yes : issuesTable.no,
      figures.delivered,
      figures.readers,
      figures.openRate,
      figures.clickers,
      figures.clickRate,
      figures.clickToOpenRate,
      figures.paywallHits,
      figures.trialsStarted,
      addressOf(id),
    ]),
  };
}
