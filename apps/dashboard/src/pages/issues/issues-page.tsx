import { Button, Skeleton } from '@mantine/core';
import type { IssueListItem } from '@readout/api-contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo, useMemo } from 'react';
import { allIssues, choicesQuery, issuesQuery } from '../../api/queries.ts';
import { ExportMenu } from '../../csv/export-menu.tsx';
import { usualRange } from '../../findings/usual.ts';
import { numbers } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { MoreButton } from '../../frame/more-button.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useNarrow } from '../../frame/use-narrow.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { CompareBar } from './compare-bar.tsx';
import { Filters } from './filters.tsx';
import { IssueCards } from './issue-cards.tsx';
import { IssueTable } from './issue-table.tsx';
import styles from './issues.module.css';
import { issuesCsv } from './issues-csv.ts';
import { viewOf } from './issues-search.ts';
import { NEWEST_FIRST } from './orders.ts';
import { useChosen } from './use-chosen.ts';
import { useColumns } from './use-columns.ts';
import { useIssuesSearch } from './use-issues-search.ts';

/** Issues whose open rate tells what is usual. */
const LATEST = 30;

/** How the issues of a publication did: all of them, in the order and as far as one wants. */
export function IssuesPage() {
  const publication = usePublication();
  useTitle(words.issues.title, publication.name);
  const narrow = useNarrow(60);
  const { search, change } = useIssuesSearch();
  const { columns, setColumns } = useColumns(search, change);
  const { chosen, isFull, choose, letGo } = useChosen(search, change);
  const view = viewOf(search);
  const issues = useInfiniteQuery(issuesQuery(publication.id, view));
  const choices = useQuery(choicesQuery(publication.id));
  const items = useMemo(() => issues.data?.pages.flatMap((page) => page.items) ?? [], [issues.data]);
  const { total = 0, of = 0 } = issues.data?.pages[0] ?? {};
  const isNarrowed = viewOf({ ...search, sort: NEWEST_FIRST }) !== viewOf({ sort: NEWEST_FIRST });
  const clear = () =>
    change({ q: undefined, from: undefined, to: undefined, audience: undefined, tag: undefined, weekday: undefined });
  return (
    <>
      <div className={styles['top']}>
        <div>
          <Heading>{words.issues.title}</Heading>
          <p className="dim">
            {issues.isPending && <Skeleton component="span" height={14} width={280} display="inline-block" />}
            {of > 0 && words.issues.count(of, numbers.count(of))}
            {view === '' && <Usual items={items} />}
          </p>
        </div>
        <div className={styles['actions']}>
          <Button
            variant="default"
            aria-label={words.publication.title}
            renderRoot={(props) => (
              <Link to="/p/$publication/settings" params={{ publication: publication.id }} {...props} />
            )}
          >
            {words.frame.settings}
          </Button>
          <Button
            renderRoot={(props) => (
              <Link to="/p/$publication/new" params={{ publication: publication.id }} {...props} />
            )}
          >
            {words.issues.newIssue}
          </Button>
        </div>
      </div>
      {(of > 0 || isNarrowed) && <Filters search={search} change={change} choices={choices.data} narrow={narrow} />}
      {of > 0 && (
        <div className={styles['under']}>
          <p className="dim small" role="status">
            {isNarrowed && words.issuesTable.matches(total, numbers.count(total), numbers.count(of))}
          </p>
          {isNarrowed && (
            <Button variant="subtle" size="compact-sm" onClick={clear}>
              {words.issuesTable.clear}
            </Button>
          )}
          <span className={styles['spring']} />
          {!narrow && <ColumnsMenu columns={columns} onChange={setColumns} />}
          {total > 0 && (
            <ExportMenu
              of={words.issuesTable.csvAll(total, numbers.count(total))}
              table={async () =>
                issuesCsv(
                  await allIssues(publication.id, view),
                  (issue) => `${location.origin}/p/${publication.id}/issues/${issue}`,
                )
              }
            />
          )}
        </div>
      )}
      {issues.isError && items.length === 0 && (
        <Failed title={words.issues.loadFailed} error={issues.error} retry={() => void issues.refetch()} />
      )}
      {issues.isPending && <ListSkeleton />}
      {issues.isSuccess && of === 0 && <Empty publication={publication.id} />}
      {issues.isSuccess && of > 0 && total === 0 && (
        <Message
          title={words.issuesTable.noMatch}
          action={
            <Button variant="default" onClick={clear}>
              {words.issuesTable.clear}
            </Button>
          }
        >
          {words.issuesTable.noMatchSays}
        </Message>
      )}
      {items.length > 0 && (
        <div className={styles['list']} data-old={issues.isPlaceholderData || undefined}>
          {narrow ? (
            <IssueCards items={items} total={total} chosen={chosen} onChoose={choose} />
          ) : (
            <IssueTable
              items={items}
              total={total}
              columns={columns}
              sort={search.sort ?? NEWEST_FIRST}
              onSort={(sort) => change({ sort })}
              chosen={chosen}
              onChoose={choose}
            />
          )}
        </div>
      )}
      {items.length > 0 && items.length < total && (
        <div className={styles['more']}>
          <MoreButton list={issues}>{words.issues.more}</MoreButton>
          <span className="dim small" role="status">
            {words.issues.shown(numbers.count(items.length), numbers.count(total))}
          </span>
          {issues.isFetchNextPageError && <Failed error={issues.error} />}
        </div>
      )}
      <CompareBar chosen={chosen} isFull={isFull} onLetGo={letGo} />
    </>
  );
}

/** Drawn anew only where the issues have changed: there may be thousands. */
const Usual = memo(function Usual({ items }: { items: readonly IssueListItem[] }) {
  const rates = items.flatMap(({ figures: { openRate } }) => openRate ?? []).slice(0, LATEST);
  const usual = usualRange(rates);
  if (usual === null) return null;
  return `. ${words.issues.usual(numbers.rate(usual.low), numbers.rate(usual.high), numbers.count(rates.length))}`;
});

function Empty({ publication }: { publication: string }) {
  return (
    <Message
      title={words.issues.emptyTitle}
      action={
        <div className={styles['actions']}>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/p/$publication/new" params={{ publication }} {...props} />}
          >
            {words.issues.create}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/p/$publication/import" params={{ publication }} {...props} />}
          >
            {words.home.bringHistory}
          </Button>
        </div>
      }
    >
      {words.issues.empty}
    </Message>
  );
}

function ListSkeleton() {
  return (
    <div aria-busy="true" role="status" aria-label={words.loading} className={styles['skeleton']}>
      {Array.from({ length: 10 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no other identity
        <Skeleton key={row} height={42} />
      ))}
    </div>
  );
}
