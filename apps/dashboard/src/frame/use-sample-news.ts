import type { SampleStatus } from '@readout/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { publicationsQuery, sampleQuery } from '../api/queries.ts';
import { words } from '../words/words.ts';
import { say } from './undo.tsx';

/** Follows the sample on whatever page one is: when it has come or gone, the publications are read again. */
export function useSampleNews(): void {
  const { data: sample } = useQuery(sampleQuery);
  const queries = useQueryClient();
  const router = useRouter();
  const before = useRef<SampleStatus['state'] | undefined>(undefined);
  const state = sample?.state;
  useEffect(() => {
    const was = before.current;
    before.current = state;
    const came = was === 'loading' && state === 'ready';
    const gone = was === 'removing' && state === 'absent';
    if (!came && !gone) return;
    const there = location.pathname;
    void queries.fetchQuery({ ...publicationsQuery, staleTime: 0 }).then((publications) => {
      void queries.invalidateQueries({ queryKey: ['issues'] });
      if (!gone) return;
      say(words.frame.sampleGone);
      const stays = !there.startsWith('/p/') || publications.some((one) => there.startsWith(`/p/${one.id}`));
      if (!stays) void router.navigate({ to: '/' });
    });
  }, [state, queries, router]);
}
