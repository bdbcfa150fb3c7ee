import styles from './dot-range.module.css';

/**
 * A best guess and the range around it, on a line with nought in the middle. It repeats figures that stand beside it, so
 * it is silent.
 * @param most what either end of the line stands for
 */
export function DotRange({
  estimate,
  low,
  high,
  most,
  strong,
}: {
  estimate: number;
  low: number;
  high: number;
  most: number;
  /** It tells something. */
  strong: boolean;
}) {
  const place = (value: number) => 50 + Math.max(-1, Math.min(1, value / most)) * 50;
  const x = (value: number) => `${place(value)}%`;
  return (
    <svg className={styles['range']} data-strong={strong || undefined} aria-hidden="true">
      <line x1="0" x2="100%" y1="50%" y2="50%" className={styles['track']} />
      <line x1="50%" x2="50%" y1="0" y2="100%" className={styles['nought']} />
      <line x1={x(low)} x2={x(high)} y1="50%" y2="50%" className={styles['interval']} />
      <circle cx={x(estimate)} cy="50%" r="4.5" className={styles['dot']} />
    </svg>
  );
}
