import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { issuesQuery } from '../../api/queries.ts';
import { usualRange } from '../../findings/usual.ts';
import { numbers } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { IssueCards } from './issue-cards.tsx';
import { IssueTable } from './issue-table.tsx';
import styles from './issues.module.css';

/** Issues whose open rate tells what is usual. */
const LATEST = 30;

/** How the issues of a publication did, the latest first. */
export function IssuesPage() {
  const publication = usePublication();
  useTitle(words.issues.title, publication.name);
  const narrow = useMediaQuery('(max-width: 60em)', undefined, { getInitialValueInEffect: false });
  const issues = useInfiniteQuery(issuesQuery(publication.id));
  const items = issues.data?.pages.flatMap((page) => page.items) ?? [];
  const total = issues.data?.pages[0]?.total ?? 0;
  const rates = items.flatMap((one) => one.figures.openRate ?? []).slice(0, LATEST);
  const usual = usualRange(rates);
  return (
    <>
      <div className={styles['top']}>
        <div>
          <Heading>{words.issues.title}</Heading>
          <p className="dim">
            {issues.isPending && <Skeleton component="span" height={14} width={280} display="inline-block" />}
            {total > 0 && words.issues.count(total, numbers.count(total))}
            {usual !== null &&
              `. ${words.issues.usual(numbers.rate(usual.low), numbers.rate(usual.high), numbers.count(rates.length))}`}
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
      {issues.isError && items.length === 0 && (
        <Failed title={words.issues.loadFailed} error={issues.error} retry={() => void issues.refetch()} />
      )}
      {issues.isPending && <ListSkeleton />}
      {issues.isSuccess && total === 0 && <Empty publication={publication.id} />}
      {items.length > 0 && (narrow ? <IssueCards items={items} /> : <IssueTable items={items} />)}
      {items.length > 0 && items.length < total && (
        <div className={styles['more']}>
          {issues.hasNextPage && (
            <Button variant="default" loading={issues.isFetchingNextPage} onClick={() => void issues.fetchNextPage()}>
              {words.issues.more}
            </Button>
          )}
          <span className="dim small" role="status">
            {words.issues.shown(numbers.count(items.length), numbers.count(total))}
          </span>
          {issues.isFetchNextPageError && <Failed error={issues.error} />}
        </div>
      )}
    </>
  );
}

function Empty({ publication }: { publication: string }) {
  return (
    <Message
      title={words.issues.emptyTitle}
      action={
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/p/$publication/new" params={{ publication }} {...props} />}
        >
          {words.issues.create}
        </Button>
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
