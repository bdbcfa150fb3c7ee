import { Button } from '@mantine/core';
import type { SampleStatus } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { sampleQuery } from '../../api/queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Message } from '../../frame/message.tsx';
import { words } from '../../words/words.ts';
import styles from './start.module.css';

/** The way on for those who want to look around first. */
export function SampleWay({ sample }: { sample: SampleStatus | undefined }) {
  const queries = useQueryClient();
  const load = useMutation({
    mutationFn: () => api.post('/api/v1/sample'),
    onSuccess: (status) => queries.setQueryData(sampleQuery.queryKey, status),
  });
  const failure = load.error?.message ?? (sample?.state === 'failed' ? (sample.error ?? '') : null);
  const there = sample?.state === 'ready' ? sample.publication : null;
  return (
    <section className={styles['way']} aria-labelledby="way-sample">
      <h2 id="way-sample">{words.start.sampleTitle}</h2>
      <p className="dim">{words.start.sample}</p>
      {failure !== null && <Message urgent>{words.start.failed(failure)}</Message>}
      <div className={styles['action']}>
        {there !== null ? (
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/p/$publication" params={{ publication: there }} {...props} />}
          >
            {words.start.sampleThere}
          </Button>
        ) : (
          <BusyButton
            variant="default"
            loading={load.isPending || sample?.state === 'removing'}
            onClick={() => load.mutate()}
          >
            {words.start.sampleAction}
          </BusyButton>
        )}
      </div>
    </section>
  );
}
