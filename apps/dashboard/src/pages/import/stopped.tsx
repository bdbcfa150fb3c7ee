import type { ImportView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { importQuery } from '../../api/import-queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Message } from '../../frame/message.tsx';
import { importWords } from '../../words/import-words.ts';
import { broughtWords } from './brought-words.ts';
import styles from './import.module.css';
import { Panel } from './panel.tsx';
import { RemoveButton } from './remove-button.tsx';
import { useLook } from './use-look.ts';
import { OtherSource } from './waiting-for-files.tsx';

/** An import that was cancelled, failed, or was cut off: why, what of it is kept, and how it goes on. */
export function Stopped({ publication, job }: { publication: string; job: ImportView }) {
  const queries = useQueryClient();
  const look = useLook(publication, job.id);
  const goOn = useMutation({
    mutationFn: () =>
      api.post('/api/v1/publications/{publication}/imports/{import}/start', {
        path: { publication, import: job.id },
        body: {},
      }),
    onSuccess: (started) => queries.setQueryData(importQuery(publication, job.id).queryKey, started),
  });
  const say = importWords.imports;
  const { problem, counts } = job;
  const isLooked = job.found !== null;
  const error = goOn.error ?? look.error;
  return (
    <Panel title={isLooked ? say.stoppedRunning : say.stoppedLooking}>
      {problem === null ? <p>{say.youStopped}</p> : <Message urgent>{say.problem(problem)}</Message>}
      {isLooked && <p>{say.stoppedKept}</p>}
      {counts !== null && <p>{say.soFarCame(Object.values(broughtWords(counts)).join(', '))}</p>}
      {error !== null && <Message urgent>{error.message}</Message>}
      <div className={styles['decide']}>
        {isLooked ? (
          <BusyButton loading={goOn.isPending} onClick={() => goOn.mutate()}>
            {say.goOn}
          </BusyButton>
        ) : (
          <BusyButton loading={look.isPending} onClick={() => look.mutate(null)}>
            {say.lookAgain}
          </BusyButton>
        )}
        <RemoveButton publication={publication} id={job.id} />
      </div>
      {!isLooked && (
        <>
          <h3>{job.format === 'listmonk' ? say.otherAddress : say.otherFile}</h3>
          <OtherSource publication={publication} job={job} isPlain />
        </>
      )}
    </Panel>
  );
}
