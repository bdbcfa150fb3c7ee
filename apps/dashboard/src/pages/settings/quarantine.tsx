import { Skeleton } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { quarantineQuery } from '../../api/queries.ts';
import { Defined } from '../../figures/defined.tsx';
import { numbers, useDates, viewerTimeZone } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { MoreButton } from '../../frame/more-button.tsx';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { complain, say } from '../../frame/undo.tsx';
import { words } from '../../words/words.ts';
import styles from './settings.module.css';

/** Milliseconds until what is understood now has been counted and is gone from here. */
const REPLAYED_MS = 1_500;

/** Events that could not be understood. */
export function Quarantine() {
  const quarantine = useInfiniteQuery(quarantineQuery);
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: async () => {
      const result = await api.post('/api/v1/quarantine/replay');
      await new Promise((resolve) => setTimeout(resolve, REPLAYED_MS));
      return result;
    },
    onSuccess: ({ replayed, tooLong }) => {
      const sentences = [words.settings.replayed(replayed, numbers.count(replayed))];
      if (tooLong > 0) sentences.push(words.settings.tooLong(tooLong, numbers.count(tooLong)));
      say(sentences.join(' '));
    },
    onError: complain,
    onSettled: () => queries.invalidateQueries({ queryKey: quarantineQuery.queryKey }),
  });
  const dates = useDates(viewerTimeZone);
  const total = quarantine.data?.pages[0]?.total ?? 0;
  const items = quarantine.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="quarantine">
      <h2 id="quarantine">
        <Defined term="quarantine">{words.settings.quarantine}</Defined>
      </h2>
      {quarantine.isPending && <Skeleton height={22} width={320} maw="100%" mt="xs" />}
      {quarantine.isError && quarantine.data === undefined && (
        <Failed error={quarantine.error} retry={() => void quarantine.refetch()} />
      )}
      {quarantine.data !== undefined && total === 0 && <Message>{words.settings.quarantineEmpty}</Message>}
      {total > 0 && (
        <>
          <p className="dim">
            {`${words.settings.quarantineCount(total, numbers.count(total))}. `}
            {items.length < total && words.settings.latest(numbers.count(items.length))}
          </p>
          <div className={styles['replay']}>
            <BusyButton variant="default" size="compact-sm" loading={replay.isPending} onClick={() => replay.mutate()}>
              {words.settings.replay}
            </BusyButton>
            <span className="dim small">{words.settings.replayWhen}</span>
          </div>
          <ScrollBox label={words.settings.quarantine} className={styles['quarantine']}>
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">{words.settings.when}</th>
                  <th scope="col">{words.settings.why}</th>
                  <th scope="col">{words.settings.record}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={`${one.partition} ${one.collector} ${one.position}`}>
                    <td className="small">{dates.moment(one.time)}</td>
                    <td className="small">{words.settings.quarantineReason(one.reason)}</td>
                    <td>
                      <code>{one.line}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <MoreButton list={quarantine} size="compact-sm" mt="sm">
            {words.settings.more}
          </MoreButton>
        </>
      )}
    </section>
  );
}
