import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lastIssueQuery } from '../../api/queries.ts';
import { Heading } from '../../frame/heading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { NeedsAttention } from './attention.tsx';
import { Calendar } from './calendar.tsx';
import styles from './home.module.css';
import { USUAL_SPAN } from './home-search.ts';
import { LastDays } from './last-days.tsx';
import { LastIssue, LastIssueSkeleton } from './last-issue.tsx';

const route = getRouteApi('/signed-in/p/$publication/');

/** The publication at a glance: how the last issue does, what needs attention, what the last days brought. */
export function HomePage() {
  const publication = usePublication();
  const { days = USUAL_SPAN } = route.useSearch();
  useTitle(words.home.title, publication.name);
  const issues = useQuery(lastIssueQuery(publication.id));
  const { last = null, isAny = false } = issues.data ?? {};
  const isEmpty = issues.data !== undefined && last === null;
  return (
    <div className="page">
      <div className={styles['top']}>
        <Heading className="theirs">{publication.name}</Heading>
        {!isEmpty && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/p/$publication/new" params={{ publication: publication.id }} {...props} />
            )}
          >
            {words.home.newIssue}
          </Button>
        )}
      </div>
      {issues.isPending && <LastIssueSkeleton />}
      {issues.isError && issues.data === undefined && (
        <Failed title={words.home.last.failed} error={issues.error} retry={() => void issues.refetch()} />
      )}
      {isEmpty && <Empty publication={publication.id} isReady={isAny} />}
      {last !== null && <LastIssue item={last} />}
      <NeedsAttention />
      {!isEmpty && (
        <>
          <LastDays days={days} />
          <Calendar />
        </>
      )}
    </div>
  );
}

/** @param isReady an issue is there that has not gone out */
function Empty({ publication, isReady }: { publication: string; isReady: boolean }) {
  return (
    <Message
      title={words.home.emptyTitle}
      action={
        <span className={styles['begin']}>
          <Button
            renderRoot={(props) =>
              isReady ? (
                <Link to="/p/$publication/issues" params={{ publication }} {...props} />
              ) : (
                <Link to="/p/$publication/new" params={{ publication }} {...props} />
              )
            }
          >
            {isReady ? words.home.toIssues : words.home.create}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/p/$publication/import" params={{ publication }} {...props} />}
          >
            {words.home.bringHistory}
          </Button>
          <Button
            variant="subtle"
            renderRoot={(props) => <Link to="/p/$publication/connections" params={{ publication }} {...props} />}
          >
            {words.connections.open}
          </Button>
        </span>
      }
    >
      {isReady ? words.home.emptyWaiting : words.home.empty}
    </Message>
  );
}
