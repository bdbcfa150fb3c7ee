import type { FetchVerdict } from '@readout/api-contract';
import type { ReactNode } from 'react';
import styles from './tones.module.css';

/** A name with its colour before it; the name alone says it. */
export function Toned({ tone, children }: { tone: FetchVerdict; children: ReactNode }) {
  return (
    <span className={styles['name']}>
      <span className={styles['swatch']} data-tone={tone} aria-hidden="true" />
      {children}
    </span>
  );
}

/** What the colours of bars mean. */
export function Legend({
  label,
  names,
}: {
  label: string;
  names: readonly { readonly key: string; readonly name: ReactNode }[];
}) {
  return (
    <ul className={styles['legend']} aria-label={label}>
      {names.map(({ key, name }) => (
        <li key={key}>{name}</li>
      ))}
    </ul>
  );
}
