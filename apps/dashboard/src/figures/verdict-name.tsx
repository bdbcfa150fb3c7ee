import type { FetchVerdict } from '@readout/api-contract';
import { VERDICTS } from '../findings/verdicts.ts';
import { words } from '../words/words.ts';
import { Defined } from './defined.tsx';
import { Legend, Toned } from './toned.tsx';
import styles from './tones.module.css';

/** A class by its colour and its name; the name alone says it. */
export function VerdictName({ verdict }: { verdict: FetchVerdict }) {
  return <Toned tone={verdict}>{words.verdicts.names[verdict]}</Toned>;
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
  const names = VERDICTS.map((verdict) => ({
    key: verdict,
    name: (
      <Toned tone={verdict}>
        <Defined term={verdict}>{words.verdicts.names[verdict]}</Defined>
      </Toned>
    ),
  }));
  return <Legend label={words.verdicts.colours} names={names} />;
}
