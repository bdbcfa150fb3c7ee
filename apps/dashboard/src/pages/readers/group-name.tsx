import type { ReaderGroup } from '@readout/api-contract';
import { Defined } from '../../figures/defined.tsx';
import { Legend, Toned } from '../../figures/toned.tsx';
import { GROUP_TONES, GROUPS } from '../../findings/reader-groups.ts';
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
    <Toned tone={GROUP_TONES[group]}>
      <Defined term={DEFINITIONS[group]}>{words.readers.names[group]}</Defined>
    </Toned>
  );
}

/** A bar from zero in the group's colour. It repeats a figure that stands beside it, so it is silent. @param share of the full width */
export function GroupBar({ group, share }: { group: ReaderGroup; share: number }) {
  return (
    <span
      className={styles['bar']}
      data-tone={GROUP_TONES[group]}
      style={{ width: `${share * 100}%` }}
      aria-hidden="true"
    />
  );
}

/** What the colours of bars mean. */
export function GroupLegend() {
  return (
    <Legend
      label={words.readers.colours}
      names={GROUPS.map((group) => ({ key: group, name: <GroupName group={group} /> }))}
    />
  );
}
