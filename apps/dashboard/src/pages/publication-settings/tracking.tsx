import { Switch } from '@mantine/core';
import type { PublicationView } from '@readout/api-contract';
import { useId } from 'react';
import { usePublicationChange } from '../../api/publication-change.ts';
import { words } from '../../words/words.ts';
import styles from './publication-settings.module.css';
import { Saved } from './saved.tsx';

const COLLECTED = ['tracksOpens', 'tracksClicks', 'tracksReaders', 'plantsHoneypot'] as const;
type Switched = (typeof COLLECTED)[number] | 'showsReaders';
/** The others cost something where they are off. */
const COST_WHEN_ON: readonly Switched[] = ['plantsHoneypot', 'showsReaders'];

/** What is collected: each switched on and off by itself, at once. */
export function Tracking({ publication }: { publication: PublicationView }) {
  return (
    <section aria-labelledby="tracking">
      <h2 id="tracking">{words.publication.tracking}</h2>
      <p className="dim">{words.publication.trackingSays}</p>
      <ul className={styles['list']}>
        {COLLECTED.map((what) => (
          <li key={what}>
            <Tracked publication={publication} what={what} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether anybody may look at single readers: off unless chosen. */
export function Privacy({ publication }: { publication: PublicationView }) {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">{words.publication.privacy}</h2>
      <p className="dim">{words.publication.privacySays}</p>
      <ul className={styles['list']}>
        <li>
          <Tracked publication={publication} what="showsReaders" />
        </li>
      </ul>
    </section>
  );
}

function Tracked({ publication, what }: { publication: PublicationView; what: Switched }) {
  const change = usePublicationChange(publication.id, 'at-once');
  const id = useId();
  const { label, says, cost } = words.publication[what];
  const isOn = publication[what];
  return (
    <div className={styles['tracked']}>
      <Switch
        label={label}
        checked={isOn}
        withThumbIndicator={false}
        classNames={{ track: styles['track'] ?? '', thumb: styles['thumb'] ?? '' }}
        aria-describedby={`${id}-says`}
        aria-invalid={change.isError}
        onChange={(event) => change.mutate({ [what]: event.currentTarget.checked })}
      />
      <Saved when={change.isSuccess} />
      <p id={`${id}-says`} className="dim">
        {says} <span data-lost={isOn === COST_WHEN_ON.includes(what) || undefined}>{cost}</span>
      </p>
      {change.isError && (
        <p role="alert" className={styles['failed']}>
          {words.publication.notSaved(change.error.message)}
        </p>
      )}
    </div>
  );
}
