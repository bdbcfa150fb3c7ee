import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import styles from './growth.module.css';

/**
 * One page of growth: its question, what it is narrowed to, and its answer once that is there.
 * @param height of the answer, in pixels, for its place while it is on its way
 */
export function GrowthPage<View>({
  title,
  says,
  failed,
  height,
  view,
  choices,
  children,
}: {
  title: string;
  says: string;
  failed: string;
  height: number;
  view: UseQueryResult<View, Error>;
  choices?: ReactNode;
  children: (view: View) => ReactNode;
}) {
  const publication = usePublication();
  useTitle(title, words.frame.growth, publication.name);
  const { data } = view;
  return (
    <div className="page">
      <header>
        <Heading>{title}</Heading>
        <p className="says">{says}</p>
        {choices !== undefined && <div className="choices">{choices}</div>}
      </header>
      {view.isPending && <Loading height={height} />}
      {view.isError && data === undefined && (
        <Failed title={failed} error={view.error} retry={() => void view.refetch()} />
      )}
      {data !== undefined && (
        <div className={`page ${styles['answer']}`} aria-busy={view.isPlaceholderData}>
          {children(data)}
        </div>
      )}
    </div>
  );
}
