import { Progress } from '@mantine/core';
import type { ImportView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { importQuery } from '../../api/import-queries.ts';
import { ratio } from '../../format/numbers.ts';
import { numbers } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { importWords } from '../../words/import-words.ts';
import styles from './import.module.css';
import { Panel } from './panel.tsx';
import { timeLeft } from './time-left.ts';

type Progressing = NonNullable<ImportView['progress']>;

const STEPS: readonly Progressing['step'][] = ['issues', 'readers', 'events', 'counting'];

/** How far an import is that is looked through, or brought in. */
export function AtWork({ publication, job }: { publication: string; job: ImportView }) {
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: () =>
      api.post('/api/v1/publications/{publication}/imports/{import}/cancel', { path: { publication, import: job.id } }),
    onSuccess: (stopped) => queries.setQueryData(importQuery(publication, job.id).queryKey, stopped),
    // It may have ended in the same moment.
    onError: () => void queries.invalidateQueries({ queryKey: importQuery(publication, job.id).queryKey }),
  });
  const say = importWords.imports;
  const isLooking = job.state === 'looking';
  const { progress } = job;
  const step = stepOf(job);
  const at = STEPS.indexOf(step);
  return (
    <Panel title={isLooking ? say.steps.looking : say.running} key={job.state}>
      <p className="dim">{isLooking ? say.lookingSays : say.runningSays}</p>
      <p role="status">
        {!isLooking && at >= 0 && <span className="dim">{say.stepOf(at + 1, STEPS.length)}. </span>}
        {!isLooking && say.steps[step]}
      </p>
      <Progress value={share(progress) * 100} size="md" aria-label={say.steps[step]} />
      <p className={styles['figures']}>
        {progress === null && say.elsewhere}
        {progress?.step === step && <Figures progress={progress} />}
      </p>
      <div>
        <BusyButton variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
          {say.stop}
        </BusyButton>
      </div>
    </Panel>
  );
}

function Figures({ progress: { done, total, unit, perSecond, secondsLeft } }: { progress: Progressing }) {
  const say = importWords.imports;
  const write = unit === 'bytes' ? numbers.bytes : numbers.count;
  return (
    <>
      <span>
        {total === null ? say.soFar(write(done)) : say.progress[unit](write(done), write(total))}
        {perSecond !== null && <span className="dim"> · {say.rates[unit](write(perSecond))}</span>}
      </span>
      <span className="dim">{timeLeft(secondsLeft)}</span>
    </>
  );
}

function stepOf({ state, progress }: ImportView): Progressing['step'] {
  if (state === 'looking') return 'looking';
  return progress === null || progress.step === 'looking' ? 'issues' : progress.step;
}

function share(progress: ImportView['progress']): number {
  return progress === null || progress.total === null ? 0 : (ratio(progress.done, progress.total) ?? 0);
}
