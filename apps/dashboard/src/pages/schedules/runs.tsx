import { Skeleton } from '@mantine/core';
import type { PublicationView, ScheduleRunView, ScheduleView } from '@readout/api-contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { retryRun, runsQuery, schedulesQuery } from '../../api/schedule-queries.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { MoreButton } from '../../frame/more-button.tsx';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { complain } from '../../frame/undo.tsx';
import { scheduleWords } from '../../words/schedule-words.ts';
import { State } from './run-state.tsx';

/** How each run of a schedule went, the latest first. */
export function Runs({ publication, schedule }: { publication: PublicationView; schedule: ScheduleView }) {
  const say = scheduleWords;
  const runs = useInfiniteQuery(runsQuery(publication.id, schedule.id));
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {runs.isPending && <Skeleton height={22} width={320} maw="100%" mt="xs" />}
      {runs.isError && <Failed error={runs.error} retry={() => void runs.refetch()} />}
      {runs.data !== undefined && items.length === 0 && <Message>{say.noRuns}</Message>}
      {items.length > 0 && (
        <ScrollBox label={`${say.runs}: ${schedule.name}`}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{say.due}</th>
                <th scope="col">{say.outcome}</th>
                <th scope="col">{say.files}</th>
                <th scope="col" className="number">
                  {say.attempts}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((run) => (
                <Run key={run.id} publication={publication} schedule={schedule} run={run} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <MoreButton list={runs} size="compact-sm" mt="sm">
        {say.more}
      </MoreButton>
    </>
  );
}

function Run({
  publication,
  schedule,
  run,
}: {
  publication: PublicationView;
  schedule: ScheduleView;
  run: ScheduleRunView;
}) {
  const say = scheduleWords;
  const dates = useDates(publication.timeZone);
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => retryRun(publication.id, schedule.id, run.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: schedulesQuery(publication.id).queryKey }),
    onError: complain,
  });
  const isAtRest = run.state === 'failed' || run.state === 'unknown' || run.state === 'waiting';
  return (
    <tr>
      <td className="small">
        {dates.sent(run.dueAt)}
        <div className="dim">
          {say.cause[run.cause]}
          {run.missed > 0 && `, ${say.missed(run.missed, numbers.count(run.missed))}`}
        </div>
        {run.issue !== null && <div className="theirs">{shownTitle(run.issue.title)}</div>}
      </td>
      <td className="small">
        <State run={run} />
        {run.reason !== null && <div className="dim">{run.reason}</div>}
        {run.nextAttemptAt !== null && <div className="dim">{say.nextAttempt(dates.sent(run.nextAttemptAt))}</div>}
        {isAtRest && (
          <BusyButton
            variant="default"
            size="compact-sm"
            mt={4}
            loading={retry.isPending}
            onClick={() => retry.mutate()}
          >
            {run.state === 'unknown' ? say.sendAgain : say.retry}
          </BusyButton>
        )}
      </td>
      <td className="small dim">
        {run.files.map(({ name }) => (
          <div key={name}>{name}</div>
        ))}
      </td>
      <td className="number">{numbers.count(run.attempts)}</td>
    </tr>
  );
}
