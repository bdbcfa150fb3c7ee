import { Skeleton } from '@mantine/core';
import type { Connections } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { connectionsQuery } from '../../api/connection-queries.ts';
import { useDates } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Failed } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { Check } from './check.tsx';
import styles from './connections.module.css';
import { type Shown, SourceList } from './source-list.tsx';

type Source = Connections['sources'][number]['source'];

/** Whether what a publication is connected with arrives: what came last, and a test that goes through. */
export function ConnectionsPage() {
  const publication = usePublication();
  const say = words.connections;
  useTitle(say.title, publication.name);
  const connections = useQuery(connectionsQuery(publication.id));
  const dates = useDates(publication.timeZone);
  const lastOf = (at: string | null) => (at === null ? null : dates.moment(at));
  const toSettings = (hash: string): ReactNode => (
    <Link to="/p/$publication/settings" params={{ publication: publication.id }} hash={hash}>
      {say.setUp}
    </Link>
  );
  const howOf = (source: Source): ReactNode => {
    const params = { publication: publication.id };
    switch (source) {
      case 'beacon':
        return (
          <Link to="/p/$publication/settings" params={params} hash="sites">
            {say.how.beacon}
          </Link>
        );
      case 'import':
        return <Link to="/start">{say.how.import}</Link>;
      case 'api':
        return (
          <Link to="/p/$publication/issues" params={params}>
            {say.how.api}
          </Link>
        );
      default:
        return (
          <Link to="/p/$publication/new" params={params}>
            {say.how[source]}
          </Link>
        );
    }
  };
  const groups: readonly { readonly title: string; readonly sources: readonly Shown[] }[] =
    connections.data === undefined
      ? []
      : [
          {
            title: say.groups.sources,
            sources: connections.data.sources.map(({ source, lastEventAt }) => ({
              key: source,
              name: say.sources[source],
              last: lastOf(lastEventAt),
              isSetUp: false,
              how: howOf(source),
            })),
          },
          {
            title: say.groups.mail,
            sources: connections.data.mailProviders.map(({ provider, isSetUp, lastEventAt }) => ({
              key: provider,
              name: words.mailProviders.names[provider],
              last: lastOf(lastEventAt),
              isSetUp,
              how: toSettings('mail-providers'),
            })),
          },
          {
            title: say.groups.billing,
            sources: connections.data.billingSystems.map(({ system, isSetUp, lastEventAt }) => ({
              key: system,
              name: words.billing.names[system],
              last: lastOf(lastEventAt),
              isSetUp,
              how: toSettings('billing'),
            })),
          },
        ];
  return (
    <div className={styles['page']}>
      <header>
        <p className="back">
          <Link to="/p/$publication/settings" params={{ publication: publication.id }}>
            <span aria-hidden="true">← </span>
            {words.publication.title}
          </Link>
        </p>
        <Heading>{say.title}</Heading>
        <p className="dim">{say.says}</p>
      </header>
      <Check publication={publication} />
      {connections.isPending && <Skeleton height={640} />}
      {connections.isError && connections.data === undefined && (
        <Failed title={say.failed} error={connections.error} retry={() => void connections.refetch()} />
      )}
      {groups.map(({ title, sources }) => (
        <SourceList key={title} title={title} sources={sources} />
      ))}
    </div>
  );
}
