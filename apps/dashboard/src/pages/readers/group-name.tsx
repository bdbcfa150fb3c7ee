import type { ReaderGroup } from '@readout/api-contract';
import { Defined } from '../../figures/defined.tsx';
import { GROUPS } from '../../findings/reader-groups.ts';
import { type DefinitionName, words } from '../../words/words.ts';
import styles from './readers.module.css';

const DEFINITIONS: Readonly<Record<ReaderGroup, DefinitionName>> = {
  new: 'newReaders',
  engaged: 'engagedReaders',
  fading: 'fadingReaders',
  dormant: 'dormantReaders',
  hidden: 'hiddenReaders',
};

/** A group by its colour and its name, with its definition; the name alone says it. */
export function GroupName({ group }: { group: ReaderGroup }) {
  return (
    <span className={styles['name']}>
      <span className={styles['swatch']} data-group={group} aria-hidden="true" />
      <Defined term={DEFINITIONS[group]}>{words.readers.names[group]}</Defined>
    </span>
  );
}

/** A bar from zero in the group's colour. It repeats a figure that stands beside it, so it is silent. @param share of the full width */
export function GroupBar({ group, share }: { group: ReaderGroup; share: number }) {
  return <span className={styles['bar']} data-group={group} style={{ width: `${share * 100}%` }} aria-hidden="true" />;
}

/** What the colours of bars mean. */
export function GroupLegend() {
  return (
    <ul className={styles['legend']} aria-label={words.readers.colours}>
      {GROUPS.map((group) => (
        <li key={group}>
          <GroupName group={group} />
        </li>
      ))}
    </ul>
  );
}
