import styles from './dot-range.module.css';

/**
 * A rate and the range around it, on a line from zero. It repeats figures that stand beside it, so it is silent.
 * @param most what the end of the line stands for
 */
export function RateRange({ rate, low, high, most }: { rate: number; low: number; high: number; most: number }) {
  const x = (value: number) => `${Math.max(0, Math.min(1, value / most)) * 100}%`;
  return (
    <svg className={styles['range']} data-strong aria-hidden="true">
      <line x1="0" x2="100%" y1="50%" y2="50%" className={styles['track']} />
      <line x1="0" x2="0" y1="0" y2="100%" className={styles['nought']} />
      <line x1={x(low)} x2={x(high)} y1="50%" y2="50%" className={styles['interval']} />
      <circle cx={x(rate)} cy="50%" r="4.5" className={styles['dot']} />
    </svg>
  );
}
