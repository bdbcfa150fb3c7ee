import { type ReactNode, useId } from 'react';
import { words } from '../../words/words.ts';
import styles from './connections.module.css';

export interface Shown {
  readonly key: string;
  readonly name: string;
  /** As it is to be read; null: nothing has come. */
  readonly last: string | null;
  readonly isSetUp: boolean;
  /** Where it is set up. */
  readonly how: ReactNode;
}

/** Sources of one sort, each with when something last came from it, or with how to set it up. */
export function SourceList({ title, sources }: { title: string; sources: readonly Shown[] }) {
  const id = useId();
  const say = words.connections;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles['list']}>
        {sources.map(({ key, name, last, isSetUp, how }) => (
          <li key={key}>
            <div>
              <h3>{name}</h3>
              <p className="dim">{last === null ? (isSetUp ? say.setUpNothing : say.nothing) : say.last(last)}</p>
            </div>
            {last === null && <p>{how}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
