import { Button } from '@mantine/core';
import type { PublicationView, ScheduleView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { runSchedule, schedulesQuery, updateSchedule } from '../../api/schedule-queries.ts';
import { useDates } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { complain } from '../../frame/undo.tsx';
import { scheduleWords } from '../../words/schedule-words.ts';
import { whatInWords, whenInWords, whereInWords } from './in-words.ts';
import { State } from './run-state.tsx';
import { Runs } from './runs.tsx';
import styles from './schedules.module.css';

/** One schedule: what it does, when it runs next, how it went last, and what can be done with it. */
export function ScheduleItem({
  publication,
  schedule,
  onEdit,
  onRemove,
}: {
  publication: PublicationView;
  schedule: ScheduleView;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const say = scheduleWords;
  const dates = useDates(publication.timeZone);
  const queries = useQueryClient();
  const [showsRuns, setShowsRuns] = useState(false);
  const reread = () => queries.invalidateQueries({ queryKey: schedulesQuery(publication.id).queryKey });
  const pause = useMutation({
    mutationFn: (isPaused: boolean) => updateSchedule(publication.id, schedule.id, { isPaused }),
    onSuccess: reread,
    onError: complain,
  });
  const runNow = useMutation({
    mutationFn: () => runSchedule(publication.id, schedule.id),
    onSuccess: async () => {
      setShowsRuns(true);
      await reread();
    },
    onError: complain,
  });
  const { name, lastRun, isPaused, nextRunAt, webhookSecret } = schedule;
  return (
    <li className={styles['item']}>
      <h2 className="theirs">{name}</h2>
      <p>{whatInWords(schedule.what)}</p>
      <p className="dim">
        {whenInWords(schedule.cadence)} · <span className={styles['long']}>{whereInWords(schedule.destination)}</span>
      </p>
      <p className="dim">
        {isPaused ? say.paused : nextRunAt === null ? say.nextIssue : say.next(dates.sent(nextRunAt))}
        {' · '}
        {lastRun === null ? say.neverRan : `${say.last(dates.sent(lastRun.startedAt))}, `}
        {lastRun !== null && <State run={lastRun} />}
      </p>
      {webhookSecret !== null && (
        <details className="small">
          <summary>{say.secret}</summary>
          <code className={styles['long']}>{webhookSecret}</code>
        </details>
      )}
      <div className={styles['actions']}>
        <BusyButton variant="default" size="compact-sm" loading={runNow.isPending} onClick={() => runNow.mutate()}>
          {say.runNow}
        </BusyButton>
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={showsRuns}
          onClick={() => setShowsRuns((before) => !before)}
        >
          {showsRuns ? say.hideRuns : say.runs}
        </Button>
        <BusyButton
          variant="subtle"
          size="compact-sm"
          loading={pause.isPending}
          onClick={() => pause.mutate(!isPaused)}
        >
          {isPaused ? say.resume : say.pause}
        </BusyButton>
        <Button variant="subtle" size="compact-sm" onClick={onEdit}>
          {say.edit}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onRemove}>
          {say.remove}
        </Button>
      </div>
      {showsRuns && <Runs publication={publication} schedule={schedule} />}
    </li>
  );
}
