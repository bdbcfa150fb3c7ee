import type { ImportView, PublicationView } from '@readout/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiError } from '../../api/client.ts';
import { importQuery, isAtWork } from '../../api/import-queries.ts';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { importWords } from '../../words/import-words.ts';
import { AtWork } from './at-work.tsx';
import { Done } from './done.tsx';
import styles from './import.module.css';
import { MappingStep } from './mapping-step.tsx';
import { Preview } from './preview.tsx';
import { Sending } from './sending.tsx';
import { Stopped } from './stopped.tsx';
import { uploads } from './uploads.ts';
import { WaitingForFiles } from './waiting-for-files.tsx';

const route = getRouteApi('/signed-in/p/$publication/import/$import');

/** One import, from its files to what came of it. */
export function ImportPage() {
  const publication = usePublication();
  const { import: id } = route.useParams();
  const job = useQuery(importQuery(publication.id, id));
  const say = importWords.imports;
  const title = job.data === undefined ? say.title : say.from[job.data.format];
  useTitle(title, publication.name);
  useNewFigures(job.data);
  const isGone = job.error instanceof ApiError && job.error.status === 404;
  const isAway = job.data !== undefined && isAtWork(job.data) && (job.failureCount > 0 || job.fetchStatus === 'paused');
  return (
    <div className={styles['page']}>
      <header>
        <p className="back">
          <Link to="/p/$publication/import" params={{ publication: publication.id }}>
            <span aria-hidden="true">← </span>
            {say.back}
          </Link>
        </p>
        <Heading>{title}</Heading>
      </header>
      {isAway && <Message urgent>{say.offline}</Message>}
      {job.isPending && <Loading height={240} />}
      {isGone && <Message title={say.gone} />}
      {job.isError && !isGone && job.data === undefined && (
        <Failed error={job.error} retry={() => void job.refetch()} />
      )}
      {job.data !== undefined && !isGone && <Standing publication={publication} job={job.data} />}
    </div>
  );
}

/** How it stands now. */
function Standing({ publication, job }: { publication: PublicationView; job: ImportView }) {
  const { new: isNew = false } = route.useSearch();
  const [mapsAnew, setMapsAnew] = useState(false);
  const upload = useSyncExternalStore(uploads.listen, () => uploads.of(job.id));
  if (upload !== null) return <Sending id={job.id} upload={upload} />;
  const { state, found, columns, counts } = job;
  if (isAtWork(job)) return <AtWork publication={publication.id} job={job} />;
  if (state === 'done' && counts !== null) {
    return <Done publication={publication.id} format={job.format} counts={counts} />;
  }
  if (state === 'ready' && found !== null) {
    if (columns !== null && (job.mapping === null || mapsAnew)) {
      return <MappingStep publication={publication.id} job={job} columns={columns} onGo={() => setMapsAnew(false)} />;
    }
    const changeMapping = columns === null ? null : () => setMapsAnew(true);
    return <Preview publication={publication} job={job} found={found} isNew={isNew} onChangeMapping={changeMapping} />;
  }
  if (state === 'stopped') return <Stopped publication={publication.id} job={job} />;
  return <WaitingForFiles publication={publication.id} job={job} />;
}

/** What an import brought, every page of the publication is to show. */
function useNewFigures(job: ImportView | undefined): void {
  const queries = useQueryClient();
  const before = useRef(job?.state);
  useEffect(() => {
    const was = before.current;
    before.current = job?.state;
    if (was === 'running' && job?.state !== 'running') void queries.invalidateQueries();
  }, [job, queries]);
}
