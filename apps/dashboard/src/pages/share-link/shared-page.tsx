import type { SharedView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiError } from '../../api/client.ts';
import { sharedQuery } from '../../api/share-queries.ts';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { useTitle } from '../../frame/use-title.ts';
import { sharingWords } from '../../words/sharing-words.ts';
import styles from './shared.module.css';
import { SharedIssue } from './shared-issue.tsx';
import { SharedOverview } from './shared-overview.tsx';
import { SharedReport } from './shared-report.tsx';

const route = getRouteApi('/s/$token');

/** What a link without sign-in shows, to somebody who may know nothing of Readout. */
export function SharedPage() {
  const { token } = route.useParams();
  const { embed = false } = route.useSearch();
  const shared = useQuery(sharedQuery(token));
  const { data, error } = shared;
  const say = sharingWords;
  useTitle(data === undefined ? say.shared : nameOf(data));
  return (
    <main className={styles['page']} data-embedded={embed || undefined}>
      {data !== undefined && <Shown view={data} token={token} isEmbedded={embed} />}
      {data === undefined && error === null && (
        <>
          <Heading className={styles['unseen'] ?? ''}>{say.shared}</Heading>
          <Loading height={480} />
        </>
      )}
      {data === undefined && error !== null && <NotShown error={error} retry={() => void shared.refetch()} />}
      {!embed && <footer className="dim small">{say.madeWith}</footer>}
    </main>
  );
}

function Shown({ view, token, isEmbedded }: { view: SharedView; token: string; isEmbedded: boolean }) {
  switch (view.show) {
    case 'report':
      return <SharedReport view={view} token={token} isEmbedded={isEmbedded} />;
    case 'issue':
      return <SharedIssue view={view} />;
    case 'overview':
      return <SharedOverview view={view} />;
  }
}

function nameOf(view: SharedView): string {
  if (view.show === 'report') return view.report.title;
  return view.show === 'issue' ? view.issue.title : view.publication.name;
}

/** Nothing is said of why: guessed, expired and withdrawn are the same to whoever asks. */
function NotShown({ error, retry }: { error: Error; retry: () => void }) {
  const say = sharingWords;
  const status = error instanceof ApiError ? error.status : 0;
  if (status === 404 || status === 414) {
    return (
      <>
        <Heading>{say.goneTitle}</Heading>
        <Message>{say.gone}</Message>
      </>
    );
  }
  if (status === 429) {
    return (
      <>
        <Heading>{say.heldTitle}</Heading>
        <Message>{say.held}</Message>
      </>
    );
  }
  return (
    <>
      <Heading>{say.failed}</Heading>
      <Failed error={error} retry={retry} />
    </>
  );
}
