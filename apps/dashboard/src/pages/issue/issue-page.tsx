import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiError } from '../../api/client.ts';
import { reportQuery } from '../../api/queries.ts';
import { Failed, Message } from '../../frame/message.tsx';
import { NotFound } from '../../frame/not-found.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { Announcer } from './announcer.tsx';
import { IssueHeader } from './issue-header.tsx';
import { IssueSkeleton } from './issue-skeleton.tsx';
import { JumpNote } from './jump-note.tsx';
import { KeyFigures } from './key-figures.tsx';
import { NotCollectedNote } from './not-collected-note.tsx';
import { ReadersOverTime } from './readers-over-time.tsx';
import { WholeIssue } from './whole/whole-issue.tsx';
import { WhyDrawer } from './why/why-drawer.tsx';

const route = getRouteApi('/signed-in/p/$publication/issues/$issue');

/** How one issue did: the whole answer on one page. */
export function IssuePage() {
  const { issue } = route.useParams();
  const publication = usePublication();
  const report = useQuery(reportQuery(publication.id, issue));
  useTitle(report.data?.issue.title, publication.name);
  if (report.data === undefined) {
    if (report.error === null) return <IssueSkeleton />;
    if (report.error instanceof ApiError && report.error.status === 404) return <NotFound />;
    return <Failed title={words.issue.loadFailed} error={report.error} retry={() => void report.refetch()} />;
  }
  const { data } = report;
  const untouched = data.figures.opens === 0 && data.figures.clicks === 0;
  return (
    <article className="page">
      <IssueHeader report={data} />
      <Announcer figures={data.figures} />
      <NotCollectedNote />
      {data.jump !== null && <JumpNote jump={data.jump} />}
      <KeyFigures report={data} />
      {untouched && publication.tracksOpens && <Message>{words.issue.nobody}</Message>}
      {!untouched && <ReadersOverTime report={data} />}
      <WholeIssue report={data} />
      <WhyDrawer issue={data.issue} />
    </article>
  );
}
