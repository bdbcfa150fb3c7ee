import type { ReactNode } from 'react';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import type { DefinitionName } from '../../words/words.ts';
import styles from './issue.module.css';

/** One figure with what belongs to it. */
export function Figure({
  term,
  label,
  value,
  beside,
  lead = false,
  quiet = false,
  why,
  children,
}: {
  term: DefinitionName;
  label: string;
  value: string;
  beside?: ReactNode;
  lead?: boolean;
  quiet?: boolean;
  /** Leads to how the figure came about. */
  why?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles['figure']} data-lead={lead || undefined} data-quiet={quiet || undefined}>
      <div className={styles['labels']}>
        <h2 className={styles['label']}>
          <Defined term={term}>{label}</Defined>
        </h2>
        {why}
      </div>
      <p className={styles['value']}>
        <span data-figure={term}>{value}</span>
        {beside !== undefined && <span className={styles['beside']}>{beside}</span>}
      </p>
      {children}
    </div>
  );
}

/** A rate, and of what. */
export function Rate({
  term,
  label,
  of,
  value,
  children,
}: {
  term: DefinitionName;
  label: string;
  of?: string;
  value: number | null;
  children?: ReactNode;
}) {
  return (
    <div className={styles['rate']}>
      <p className={styles['second']}>
        <strong>{numbers.rate(value)}</strong> {of !== undefined && <span className="dim">{of}, </span>}
        <Defined term={term}>{label}</Defined>
      </p>
      {children}
    </div>
  );
}
