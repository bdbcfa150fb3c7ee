import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './import.module.css';

/**
 * How an import stands, one after the other in the same place. With what was pressed goes the focus: the new heading has
 * it then, so that a screen reader says how it goes on.
 */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
