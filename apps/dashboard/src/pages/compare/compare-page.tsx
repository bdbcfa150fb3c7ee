import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ApiError } from '../../api/client.ts';
import { comparisonQuery } from '../../api/queries.ts';
import { comparedIssues } from '../../findings/compared.ts';
import { useDates } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { NotFound } from '../../frame/not-found.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import styles from './compare.module.css';
import { type CompareSearch, compareSearch } from './compare-search.ts';
import { Curves } from './curves.tsx';
import { Figures } from './figures.tsx';
import { Multiples } from './multiples.tsx';

const route = getRouteApi('/signed-in/p/$publication/compare');

/** Two to six issues side by side. */
export function ComparePage() {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  useTitle(words.compare.name, publication.name);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const ids = useMemo(() => comparedIssues(search.issues), [search.issues]);
  const comparison = useQuery({ ...comparisonQuery(publication.id, ids), enabled: ids.length > 1 });
  const { data } = comparison;
  // While one is taken out, what is shown of the others stays.
  const shown = useMemo(() => data && { ...data, items: data.items.filter(({ id }) => ids.includes(id)) }, [data, ids]);
  const show = (by: { readonly [Key in keyof CompareSearch]?: CompareSearch[Key] | undefined }) =>
    void navigate({ search: (before) => compareSearch({ ...before, ...by }), resetScroll: false });
  // What is compared stays chosen.
  const chosen = ids.length === 0 ? {} : { chosen: ids.join(',') };
  const back = (
    <p className="back">
      <Link to="/p/$publication/issues" params={{ publication: publication.id }} search={chosen}>
        <span aria-hidden="true">← </span>
        {words.compare.back}
      </Link>
    </p>
  );
  if (ids.length < 2) {
    return (
      <>
        {back}
        <Heading>{words.compare.name}</Heading>
        <Message
          title={words.compare.nothing}
          action={
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/p/$publication/issues" params={{ publication: publication.id }} search={chosen} {...props} />
              )}
            >
              {words.compare.toIssues}
            </Button>
          }
        >
          {words.compare.tooFew}
        </Message>
      </>
    );
  }
  if (comparison.error instanceof ApiError && comparison.error.status === 404) return <NotFound />;
  return (
    <article className="page">
      <header>
        {back}
        <Heading>{words.compare.title(ids.length)}</Heading>
        {shown && <p className="dim small">{words.compare.asOf(dates.clock(shown.asOf))}</p>}
      </header>
      {comparison.isError && shown === undefined && (
        <Failed title={words.compare.loadFailed} error={comparison.error} retry={() => void comparison.refetch()} />
      )}
      {comparison.isPending && (
        <div aria-busy="true" role="status" aria-label={words.loading} className={styles['skeleton']}>
          <Skeleton height={360} />
          <Skeleton height={320} />
        </div>
      )}
      {shown && (
        <>
          <Figures
            comparison={shown}
            onRemove={(issue) => show({ issues: ids.filter((id) => id !== issue).join(',') })}
          />
          <Curves
            items={shown.items}
            as={search.as ?? 'share'}
            span={search.span ?? 'two-days'}
            onAs={(as) => show({ as: as === 'counts' ? as : undefined })}
            onSpan={(span) => show({ span: span === 'week' ? span : undefined })}
          />
          <Multiples items={shown.items} of="links" />
          <Multiples items={shown.items} of="sections" />
        </>
      )}
    </article>
  );
}
