import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { IssueAudience, IssueChoices } from '@readout/api-contract';
import { useState } from 'react';
import { week } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import styles from './issues.module.css';
import { filtersSet, type IssuesSearch } from './issues-search.ts';
import { NEWEST_FIRST, type Order, orders } from './orders.ts';
import { SearchField } from './search-field.tsx';
import { TagFilter } from './tag-filter.tsx';
import type { useIssuesSearch } from './use-issues-search.ts';

type Change = ReturnType<typeof useIssuesSearch>['change'];

/** What narrows the list down: one quiet row; where there is no room, behind one button, with the sort. */
export function Filters({
  search,
  change,
  choices,
  narrow,
}: {
  search: IssuesSearch;
  change: Change;
  choices: IssueChoices | undefined;
  narrow: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const shown = !narrow || isOpen;
  return (
    <search className={styles['filters']} aria-label={words.issuesTable.filters}>
      <SearchField value={search.q ?? ''} onChange={(q) => change({ q }, { step: false })} />
      {narrow && (
        <Button variant="default" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.issuesTable.filter(filtersSet(search))}
        </Button>
      )}
      {shown && <Fields search={search} change={change} choices={choices} />}
      {narrow && <SortField sort={search.sort ?? NEWEST_FIRST} onSort={(sort) => change({ sort })} />}
    </search>
  );
}

function Fields({
  search,
  change,
  choices,
}: {
  search: IssuesSearch;
  change: Change;
  choices: IssueChoices | undefined;
}) {
  const { issuesTable } = words;
  // What an address asks for can be taken back, whether or not it occurs.
  const audiences = (['everyone', 'paying'] as const).filter(
    (one) => search.audience === one || (choices?.audiences.length ?? 0) > 1,
  );
  return (
    <>
      <div className={styles['days']}>
        <span className="dim small" aria-hidden="true">
          {issuesTable.sent}
        </span>
        <TextInput
          type="date"
          size="sm"
          aria-label={issuesTable.from}
          value={search.from ?? ''}
          onChange={({ currentTarget }) => change({ from: currentTarget.value }, { step: false })}
        />
        <span aria-hidden="true">–</span>
        <TextInput
          type="date"
          size="sm"
          aria-label={issuesTable.to}
          value={search.to ?? ''}
          onChange={({ currentTarget }) => change({ to: currentTarget.value }, { step: false })}
        />
      </div>
      {audiences.length > 0 && (
        <NativeSelect
          size="sm"
          aria-label={issuesTable.audience}
          value={search.audience ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ audience: (value || undefined) as IssueAudience | undefined })
          }
          data={[
            { value: '', label: issuesTable.anyAudience },
            ...audiences.map((value) => ({ value, label: issuesTable.audiences[value] })),
          ]}
        />
      )}
      <TagFilter chosen={search.tag ?? []} choices={choices?.tags ?? []} onChange={(tag) => change({ tag })} />
      <NativeSelect
        size="sm"
        aria-label={issuesTable.weekday}
        value={String(search.weekday ?? '')}
        onChange={({ currentTarget: { value } }) => change({ weekday: value === '' ? undefined : Number(value) })}
        data={[
          { value: '', label: issuesTable.anyWeekday },
          ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: week.weekday(day) })),
        ]}
      />
    </>
  );
}

function SortField({ sort, onSort }: { sort: Order; onSort: (sort: Order) => void }) {
  return (
    <NativeSelect
      size="sm"
      aria-label={words.issuesTable.sortedBy}
      value={sort}
      onChange={({ currentTarget }) => onSort(orders().find((one) => one === currentTarget.value) ?? NEWEST_FIRST)}
      data={orders().map((value) => ({ value, label: words.issuesTable.orders[value] }))}
    />
  );
}
