import { Skeleton } from '@mantine/core';
import { words } from '../words/words.ts';
import styles from './frame.module.css';

/** While a page's code is on its way. */
export function Waiting() {
  return (
    <div className={styles['waiting']} aria-busy="true" aria-label={words.loading} role="status">
      <Skeleton height={36} width="40%" />
      <Skeleton height={240} />
    </div>
  );
}
