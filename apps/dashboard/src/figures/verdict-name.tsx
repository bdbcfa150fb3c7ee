import type { FetchVerdict } from '@readout/api-contract';
import { VERDICTS } from '../findings/verdicts.ts';
import { words } from '../words/words.ts';
import { Defined } from './defined.tsx';
import styles from './verdicts.module.css';

/** A class by its colour and its name; the name alone says it. */
export function VerdictName({ verdict }: { verdict: FetchVerdict }) {
  return (
    <span className={styles['name']}>
      <span className={styles['swatch']} data-verdict={verdict} aria-hidden="true" />
      {words.verdicts.names[verdict]}
    </span>
  );
}

/** A class where it stands among other words. */
export function VerdictBadge({ verdict }: { verdict: FetchVerdict }) {
  return (
    <span className={styles['badge']}>
      <VerdictName verdict={verdict} />
    </span>
  );
}

/** What the colours of bars mean, each name with its definition. */
export function VerdictLegend() {
  return (
    <ul className={styles['legend']} aria-label={words.verdicts.colours}>
      {VERDICTS.map((verdict) => (
        <li key={verdict} className={styles['name']}>
          <span className={styles['swatch']} data-verdict={verdict} aria-hidden="true" />
          <Defined term={verdict}>{words.verdicts.names[verdict]}</Defined>
        </li>
      ))}
    </ul>
  );
}
