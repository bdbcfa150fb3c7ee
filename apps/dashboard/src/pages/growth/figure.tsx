import type { ReactNode } from 'react';
import styles from './growth.module.css';

/** Characters from which on a value is written smaller: an amount in yen, a word. */
const LONG = 9;

/** A figure with its name above and what it rests on below. Inside of `Figures`. @param lead it is what the page is about */
export function Figure({
  name,
  value,
  lead = false,
  quiet = false,
  wide = false,
  figure,
  children,
}: {
  name: ReactNode;
  value: string;
  lead?: boolean;
  quiet?: boolean;
  /** Its value is a sentence: on a telephone it has the whole line. */
  wide?: boolean;
  /** Names it for tests. */
  figure?: string;
  children?: ReactNode;
}) {
  return (
    <div
      className={styles['figure']}
      data-lead={lead || undefined}
      data-quiet={quiet || undefined}
      data-wide={wide || undefined}
      data-long={value.length > LONG || undefined}
    >
      <dt>{name}</dt>
      <dd className={styles['value']} data-figure={figure}>
        {value}
      </dd>
      {children !== undefined && <dd className={styles['under']}>{children}</dd>}
    </div>
  );
}

/** Figures beside each other, as many as there is room for. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={styles['figures']}>{children}</dl>;
}
