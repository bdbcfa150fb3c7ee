import type { ReaderHistory } from '@readout/api-contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { readerHistoryQuery } from '../../api/readership-queries.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed } from '../../frame/message.tsx';
import { MoreButton } from '../../frame/more-button.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { HistoryTable } from './history-table.tsx';
import styles from './reader.module.css';

const route = getRouteApi('/signed-in/p/$publication/readers/$reader');

/** What one reader did, issue by issue; only where operator and publication allow it. */
export function ReaderPage() {
  const publication = usePublication();
  const { reader } = route.useParams();
  useTitle(words.reader.title(reader), publication.name);
  const history = useInfiniteQuery(readerHistoryQuery(publication.id, reader));
  const [first] = history.data?.pages ?? [];
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={styles['page']}>
      <header>
        <p className="back">
          <Link to="/p/$publication/readers" params={{ publication: publication.id }}>
            <span aria-hidden="true">← </span>
            {words.reader.back}
          </Link>
        </p>
        <Heading>{words.reader.title(reader)}</Heading>
        {first !== undefined && <p className="dim">{saying(first)}</p>}
      </header>
      {history.isPending && <Loading height={480} />}
      {history.isError && first === undefined && (
        <Failed title={words.reader.loadFailed} error={history.error} retry={() => void history.refetch()} />
      )}
      {first !== undefined && (
        <>
          {first.subscription.length > 0 && <Subscription events={first.subscription} />}
          <section aria-labelledby="history">
            <h2 id="history">{words.reader.history}</h2>
            {items.length === 0 ? <p className="dim">{words.reader.noIssues}</p> : <HistoryTable items={items} />}
            <MoreButton list={history}>{words.reader.more}</MoreButton>
            {history.isFetchNextPageError && <Failed error={history.error} />}
          </section>
        </>
      )}
    </div>
  );
}

function saying({ group, read, sent, standing }: ReaderHistory): string {
  const today =
    group === null
      ? words.reader.saysNothing
      : words.reader.says(words.readers.names[group], numbers.count(read), numbers.count(sent));
  return standing === null ? today : `${today} ${words.reader.standing(words.segments.names[standing])}`;
}

function Subscription({ events }: { events: ReaderHistory['subscription'] }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  return (
    <section aria-labelledby="subscription">
      <h2 id="subscription">{words.reader.subscription}</h2>
      <ul className={styles['subscription']}>
        {events.map(({ kind, time }) => (
          <li key={`${kind} ${time}`}>
            <time dateTime={time} className="dim">
              {dates.moment(time)}
            </time>{' '}
            {words.reader.kinds[kind]}
          </li>
        ))}
      </ul>
    </section>
  );
}
