import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { publicationsQuery, sampleQuery } from '../../api/queries.ts';
import { Heading } from '../../frame/heading.tsx';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { CreateWay } from './create-way.tsx';
import { ImportWay } from './import-way.tsx';
import { SampleProgress } from './sample-progress.tsx';
import { SampleWay } from './sample-way.tsx';
import styles from './start.module.css';

/** Three ways on, as equals; and while the sample loads, how far it is. */
export function StartPage() {
  const { data: sample } = useQuery(sampleQuery);
  const loading = sample?.state === 'loading';
  const queries = useQueryClient();
  const navigate = useNavigate();
  const watched = useRef(false);
  const ready = sample?.state === 'ready' ? sample.publication : null;
  useEffect(() => {
    if (loading) watched.current = true;
    if (ready === null || !watched.current) return;
    void queries
      .fetchQuery({ ...publicationsQuery, staleTime: 0 })
      .then(() => navigate({ to: '/p/$publication', params: { publication: ready } }));
  }, [loading, ready, queries, navigate]);
  useTitle(loading ? words.start.loadingTitle : words.start.title);
  if (sample !== undefined && loading) return <SampleProgress sample={sample} />;
  return (
    <>
      <Heading>{words.start.heading}</Heading>
      <div className={styles['ways']}>
        <SampleWay sample={sample} />
        <CreateWay />
        <ImportWay />
      </div>
    </>
  );
}
