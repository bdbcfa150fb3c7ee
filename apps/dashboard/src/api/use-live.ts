import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './client.ts';
import { Gathering } from './gathering.ts';
import { attentionKey, calendarKey, overviewKey } from './home-queries.ts';
import { LiveFeed, type LiveState } from './live-feed.ts';
import { issuesKey, reportKey } from './queries.ts';
import { slowKey } from './readership-queries.ts';
import { besideKey, machinesKey } from './verdict-queries.ts';

/** Figures are read again at most so often while hits pour in. */
const PAUSE_MS = 1_000;
/** And what stands beside them at most so often. */
const LONG_PAUSE_MS = 10_000;

/** What many issues are read for changes slowly, and weighs most. */
const SLOW_PAUSE_MS = 60_000;

/** Keeps the figures of a publication up to date as long as the component is there. */
export function useLive(publication: string): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const queries = useQueryClient();
  useEffect(() => {
    const stale = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
    const gathering = new Gathering<string>(PAUSE_MS, (issues) => {
      for (const issue of issues) stale(reportKey(publication, issue));
      stale(issuesKey(publication));
    });
    const beside = new Gathering<string>(LONG_PAUSE_MS, (issues) => {
      for (const issue of issues) stale(besideKey(publication, issue));
      stale(machinesKey(publication));
      stale(calendarKey(publication));
      stale(attentionKey(publication));
    });
    const slow = new Gathering<string>(SLOW_PAUSE_MS, () => {
      stale(slowKey(publication));
      stale(overviewKey(publication));
    });
    const feed = new LiveFeed({
      url: api.address('get', '/api/v1/publications/{publication}/live', { path: { publication } }),
      onState: setState,
      onChanged: (issues) => {
        gathering.add(issues);
        beside.add(issues);
        slow.add(issues);
      },
      onReady: () => {
        stale(['report', publication]);
        stale(issuesKey(publication));
        stale(['beside', publication]);
        stale(machinesKey(publication));
        stale(slowKey(publication));
        stale(overviewKey(publication));
        stale(calendarKey(publication));
        stale(attentionKey(publication));
      },
    });
    feed.start();
    return () => {
      feed.stop();
      gathering.stop();
      beside.stop();
      slow.stop();
    };
  }, [publication, queries]);
  return state;
}
