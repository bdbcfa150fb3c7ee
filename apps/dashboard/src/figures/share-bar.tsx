import styles from './share-bar.module.css';

/** A zero-based bar beside its figure. It repeats the figure, so it is silent. */
export function ShareBar({ value, most, quiet = false }: { value: number; most: number; quiet?: boolean }) {
  const share = most > 0 ? value / most : 0;
  return (
    <span className={styles['track']} aria-hidden="true">
      {value > 0 && (
        <span className={styles['bar']} data-quiet={quiet || undefined} style={{ width: `${share * 100}%` }} />
      )}
    </span>
  );
}
