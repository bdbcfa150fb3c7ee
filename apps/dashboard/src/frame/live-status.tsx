import { useSyncExternalStore } from 'react';
import { words } from '../words/words.ts';
import styles from './frame.module.css';
import { liveNews } from './live-news.ts';

/** A lamp and a word: whether the figures on the page update by themselves. */
export function LiveStatus() {
  const state = useSyncExternalStore(liveNews.listen, liveNews.read, () => null);
  return (
    <span role="status">
      {state !== null && (
        <span
          className={styles['live']}
          data-state={state}
          title={state === 'live' ? words.frame.liveSays : words.frame.reconnectingSays}
        >
          <span className={styles['lamp']} />
          <span className={state === 'reconnecting' ? undefined : styles['narrow']}>
            {state === 'live' && words.frame.live}
            {state === 'reconnecting' && words.frame.reconnecting}
            {(state === 'connecting' || state === 'resting') && words.frame.connecting}
          </span>
        </span>
      )}
    </span>
  );
}
