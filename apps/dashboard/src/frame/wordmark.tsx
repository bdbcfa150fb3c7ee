import styles from './frame.module.css';

/** Lines of an issue, each shorter than the one before: what is written, what is read. */
export function Wordmark() {
  return (
    <span className={styles['wordmark']}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <rect x="1" y="2" width="14" height="3" />
        <rect x="1" y="6.5" width="9" height="3" />
        <rect x="1" y="11" width="5" height="3" />
      </svg>
      Readout
    </span>
  );
}
