import { Progress } from '@mantine/core';
import type { JudgingStatus } from '@readout/api-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import { judgingQuery } from '../../api/verdict-queries.ts';
import { changesIn } from '../../findings/rules-draft.ts';
import { numbers } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Failed } from '../../frame/message.tsx';
import { words } from '../../words/words.ts';
import styles from './rules.module.css';

/** Judging what has long been counted by the rules as they are now. */
export function History({
  publication,
  isApplied,
  isChanged,
}: {
  publication: string;
  isApplied: boolean;
  isChanged: boolean;
}) {
  const queries = useQueryClient();
  const judging = useQuery(judgingQuery(publication));
  const begin = useMutation({
    mutationFn: () => api.post('/api/v1/publications/{publication}/rules/apply', { path: { publication } }),
    onSuccess: (status) => queries.setQueryData(judgingQuery(publication).queryKey, status),
  });
  const state = judging.data?.state;
  const before = useRef(state);
  useEffect(() => {
    const was = before.current;
    before.current = state;
    // Every figure may be another one now.
    if (was === 'running' && state !== 'running') void queries.invalidateQueries();
  }, [state, queries]);
  const isRunning = state === 'running';
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.rules.history}</h2>
      <p className="dim">{isApplied ? words.rules.applied : words.rules.notApplied}</p>
      {judging.data !== undefined && <Status status={judging.data} />}
      {judging.isError && judging.data === undefined && (
        <Failed title={words.rules.judgingUnknown} error={judging.error} retry={() => void judging.refetch()} />
      )}
      {!isRunning && (
        <div className={styles['actions']}>
          <BusyButton
            variant="default"
            disabled={isChanged || judging.data === undefined}
            loading={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {words.rules.judge}
          </BusyButton>
          {isChanged && <span className="dim small">{words.rules.saveFirst}</span>}
        </div>
      )}
      {begin.isError && <Failed error={begin.error} />}
    </section>
  );
}

function Status({ status }: { status: JudgingStatus }) {
  if (status.state === 'running') {
    return (
      <div className={styles['running']}>
        <Progress value={Math.round(status.share * 100)} aria-label={words.rules.progress} />
        <p className="dim small" role="status">
          {words.rules.judging[status.step ?? 'begin']}{' '}
          {status.judged > 0 && words.rules.judgedSoFar(status.judged, numbers.count(status.judged))}
        </p>
      </div>
    );
  }
  if (status.state === 'failed') return <Failed error={new Error(words.rules.judgingFailed(status.error ?? ''))} />;
  if (status.state === 'idle') return null;
  const changed = changesIn(status.changed);
  return (
    <div role="status" className={styles['done']}>
      <p>{words.rules.judgingDone(changed, numbers.count(changed), numbers.count(status.judged))}</p>
      <ul className="dim small">
        {status.changed.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>
            {words.rules.fromTo(words.verdicts.names[from], words.verdicts.names[to], numbers.count(count))}
          </li>
        ))}
      </ul>
    </div>
  );
}
