import { VisuallyHidden } from '@mantine/core';
import type { IssueListItem } from '@readout/api-contract';
import type { ReactNode } from 'react';
import { Sparkline } from '../../figures/sparkline.tsx';
import type { DateFormats } from '../../format/dates.ts';
import { numbers } from '../../format/viewer.ts';
import { type DefinitionName, words } from '../../words/words.ts';
import type { ColumnId } from './column-ids.ts';
import type { Sortable } from './orders.ts';

export interface Column {
  readonly id: ColumnId;
  readonly label: string;
  readonly term: DefinitionName | null;
  /** What a rate is a share of. */
  readonly of: string | null;
  readonly sort: Sortable | null;
  readonly isNumber: boolean;
}

const figure = (id: ColumnId & Sortable & DefinitionName, label: string, of: string | null = null): Column => ({
  id,
  label,
  term: id,
  of,
  sort: id,
  isNumber: true,
});

/** What can be shown of an issue. */
export function columnOf(id: ColumnId): Column {
  const { issues, issuesTable } = words;
  switch (id) {
    case 'sent':
      return { id, label: issuesTable.sent, term: null, of: null, sort: 'sentAt', isNumber: false };
    case 'tags':
      return { id, label: issuesTable.tags, term: null, of: null, sort: null, isNumber: false };
    case 'firstTwoDays':
      return { id, label: issues.firstTwoDays, term: id, of: null, sort: null, isNumber: false };
    case 'delivered':
      return figure(id, issues.delivered);
    case 'readers':
      return figure(id, issues.readers);
    case 'openRate':
      return figure(id, issues.openRate, issues.ofDelivered);
    case 'clickers':
      return figure(id, issues.clickers);
    case 'clickRate':
      return figure(id, issues.clickRate, issues.ofDelivered);
    case 'clickToOpenRate':
      return figure(id, issues.clickToOpen, issues.ofReaders);
    case 'paywallHits':
      return figure(id, issues.paywallHits);
    case 'trialsStarted':
      return figure(id, issuesTable.trialsStarted);
  }
}

/** An issue's cell in a column. @param peak what the full height of a sparkline stands for */
export function cellOf(
  id: ColumnId,
  item: IssueListItem,
  { dates, peak }: { dates: DateFormats; peak: number },
): ReactNode {
  const { figures } = item;
  switch (id) {
    case 'sent':
      return item.sentAt === null ? (
        words.issues.notSent
      ) : (
        <time dateTime={item.sentAt}>{dates.sent(item.sentAt)}</time>
      );
    case 'tags':
      return item.tags.join(' · ');
    case 'firstTwoDays':
      return <Sparkline hours={item.readersByHour} peak={peak} />;
    case 'delivered':
      return <span className="dim">{numbers.count(figures.delivered)}</span>;
    case 'openRate':
      return <strong>{numbers.rate(figures.openRate)}</strong>;
    case 'clickRate':
    case 'clickToOpenRate':
      return numbers.rate(figures[id]);
    case 'readers':
    case 'clickers':
      return numbers.count(figures[id]);
    case 'paywallHits':
    case 'trialsStarted':
      return item.hasPaywall ? numbers.count(figures[id]) : <NoPaywall />;
  }
}

function NoPaywall() {
  return (
    <span className="dim" title={words.issues.noPaywall}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{words.issues.noPaywall}</VisuallyHidden>
    </span>
  );
}
