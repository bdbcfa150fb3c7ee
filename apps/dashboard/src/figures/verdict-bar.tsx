import type { VerdictCounts } from '@readout/api-contract';
import { stretches, sumOf } from '../findings/verdicts.ts';
import styles from './tones.module.css';

/**
 * A bar of classes, people first. It repeats figures that stand beside it, so it is silent.
 * @param most what the full width stands for, for bars that are compared; left out: their own sum
 */
export function VerdictBar({ counts, most, large = false }: { counts: VerdictCounts; most?: number; large?: boolean }) {
  return (
    <span className={styles['bar']} data-large={large || undefined} aria-hidden="true">
      {stretches(counts, most ?? sumOf(counts)).map(({ verdict, share }) => (
        <span key={verdict} data-tone={verdict} style={{ width: `${share * 100}%` }} />
      ))}
    </span>
  );
}
