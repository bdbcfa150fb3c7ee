import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type EventFilter, eventsQuery } from '../../../api/verdict-queries.ts';
import { numbers } from '../../../format/viewer.ts';
import { Loading } from '../../../frame/loading.tsx';
import { Failed } from '../../../frame/message.tsx';
import { MoreButton } from '../../../frame/more-button.tsx';
import { usePublication } from '../../../frame/publication-context.ts';
import { words } from '../../../words/words.ts';
import { JudgedEventItem } from './judged-event.tsx';
import styles from './why.module.css';

/**
 * Single opens or clicks as they were judged, newest first, a page at a time.
 * @param says the sentence of the reason that they are narrowed down to
 */
export function JudgedEvents({
  issue,
  filter,
  says,
  showAll,
}: {
  issue: string;
  filter: EventFilter;
  says: string | null;
  showAll: () => void;
}) {
  const publication = usePublication();
  const events = useInfiniteQuery(eventsQuery(publication.id, issue, filter));
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];
  const only = [filter.verdict === null ? null : words.verdicts.names[filter.verdict], says].filter(
    (one) => one !== null,
  );
  return (
    <section aria-labelledby="single-events">
      <h3 id="single-events">{words.why.sample[filter.kind]}</h3>
      <div role="status">
        {only.length === 0 ? (
          <p className="dim small">{words.why.sampleSays}</p>
        ) : (
          <p className={styles['only']}>
            <span>{words.why.showing(only.join(': '))}</span>
            <Button variant="subtle" size="compact-sm" onClick={showAll}>
              {words.why.showAll}
            </Button>
          </p>
        )}
      </div>
      {events.isPending && <Loading height={320} mt="sm" />}
      {events.isError && items.length === 0 && (
        <Failed title={words.why.sampleFailed} error={events.error} retry={() => void events.refetch()} />
      )}
      {events.isSuccess && items.length === 0 && <p className="dim">{words.why.noneLeft}</p>}
      {items.length > 0 && (
        <>
          <ol className={styles['events']}>
            {items.map((event, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an event has no name of its own; the list only grows at its end
              <JudgedEventItem key={at} event={event} />
            ))}
          </ol>
          <div className={styles['more']}>
            <MoreButton list={events}>{words.why.more}</MoreButton>
            <span className="dim small" role="status">
              {words.why.shown(numbers.count(items.length))}
            </span>
          </div>
          {events.isFetchNextPageError && <Failed error={events.error} />}
        </>
      )}
    </section>
  );
}
