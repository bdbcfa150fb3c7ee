import type { ReadersEstimate } from '@readout/api-contract';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import styles from './issue.module.css';

/** How many read in all, as a range beside what was counted; or why that cannot be said. */
export function Estimate({ estimate }: { estimate: ReadersEstimate }) {
  if (!estimate.ok) {
    return (
      <p className={`${styles['estimate']} small dim`}>
        <Defined term="estimatedReaders">{words.issue.noEstimate}</Defined>
        <span>{words.refused[estimate.reason]}</span>
      </p>
    );
  }
  const { low, high } = estimate.readers;
  const range =
    low === high
      ? words.issue.probablyExactly(numbers.count(low))
      : words.issue.probably(numbers.count(low), numbers.count(high));
  return (
    <p className={styles['estimate']}>
      <strong data-figure="estimatedReaders">{range}</strong>{' '}
      <Defined term="estimatedReaders">{words.issue.probablyRead}</Defined>
      <span className="small dim">{words.issue.counted(numbers.count(estimate.counted))}</span>
    </p>
  );
}
