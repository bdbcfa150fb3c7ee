import type { ReaderGroups } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { groupsQuery } from '../../api/readership-queries.ts';
import { useDates } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { ByStanding } from './by-standing.tsx';
import { Choices } from './choices.tsx';
import { GroupsChart } from './groups-chart.tsx';
import { GroupsNow } from './groups-now.tsx';
import { USUAL_WEEKS } from './readers-search.ts';
import { SingleReaders } from './single-readers.tsx';

const route = getRouteApi('/signed-in/p/$publication/readers');

/** Who keeps reading, who is drifting away and who has stopped. */
export function ReadersPage() {
  const publication = usePublication();
  useTitle(words.readers.title, publication.name);
  const search = route.useSearch();
  const groups = useQuery(groupsQuery(publication.id, search.weeks ?? USUAL_WEEKS));
  const { data } = groups;
  const today = data?.days.at(-1);
  const standing = search.standing ?? null;
  return (
    <div className="page">
      <header>
        <Heading>{words.readers.title}</Heading>
        <p className="says">{words.readers.says}</p>
        {today !== undefined && <Choices search={search} />}
      </header>
      {groups.isPending && <Loading height={640} />}
      {groups.isError && data === undefined && (
        <Failed title={words.readers.loadFailed} error={groups.error} retry={() => void groups.refetch()} />
      )}
      {data !== undefined && today === undefined && <Empty groups={data} />}
      {data !== undefined && today !== undefined && (
        <>
          <GroupsChart days={data.days} standing={standing} />
          <div className="pair">
            <GroupsNow days={data.days} standing={standing} />
            <ByStanding day={today} />
          </div>
        </>
      )}
      {data !== undefined && <SingleReaders permission={data.singleReaders} untold={data.untold} search={search} />}
    </div>
  );
}

function Empty({ groups: { untold, toldFrom } }: { groups: ReaderGroups }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  if (untold !== null) {
    return (
      <Message
        title={words.readers.untoldTitle}
        action={
          <Link to="/p/$publication/settings" params={{ publication: publication.id }}>
            {words.readers.toSettings}
          </Link>
        }
      >
        {words.readers.untold[untold]}
      </Message>
    );
  }
  return (
    <Message title={words.readers.emptyTitle}>
      {toldFrom === null ? words.readers.emptyNone : words.readers.emptyUntil(dates.day(toldFrom))}
    </Message>
  );
}
