import { Button } from '@mantine/core';
import type { SampleStatus } from '@readout/api-contract';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { publicationsQuery, sampleQuery } from '../api/queries.ts';
import { ratio } from '../format/numbers.ts';
import { numbers } from '../format/viewer.ts';
import { words } from '../words/words.ts';
import styles from './frame.module.css';
import { complain, doUnlessUndone } from './undo.tsx';

/** Wherever the sample is shown: that it is one, and the one action that removes it. */
export function SampleStrip() {
  const { data: publications } = useSuspenseQuery(publicationsQuery);
  const { publication: id } = useParams({ strict: false });
  const isSample = publications.some((one) => one.id === id && one.isSample);
  return isSample ? <Strip /> : null;
}

function Strip() {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const { data: sample } = useQuery(sampleQuery);
  const remove = useMutation({
    mutationFn: () => api.delete('/api/v1/sample'),
    onSuccess: (status) => queries.setQueryData(sampleQuery.queryKey, status),
    onError: (error) => {
      setWaiting(false);
      complain(error);
    },
  });
  const going = sample?.state === 'removing' || remove.isPending;
  const begin = () => {
    setWaiting(true);
    doUnlessUndone(
      words.frame.sampleWillGo,
      () => remove.mutate(),
      () => setWaiting(false),
    );
  };
  return (
    <div className={styles['strip']}>
      <div>
        <strong>{words.frame.sample}</strong>
        <span>{saying(sample, going)}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={waiting || going || sample?.state === 'loading'}
          onClick={begin}
        >
          {words.frame.removeSample}
        </Button>
      </div>
    </div>
  );
}

function saying(sample: SampleStatus | undefined, going: boolean): string {
  if (going) return words.frame.removingSample;
  if (sample?.state === 'loading') return words.frame.sampleLoading(numbers.rate(ratio(sample.done, sample.total)));
  return words.frame.sampleSays;
}
