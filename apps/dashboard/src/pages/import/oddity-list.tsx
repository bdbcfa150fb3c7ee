import type { ImportOddity } from '@readout/api-contract';
import { useId } from 'react';
import { numbers } from '../../format/viewer.ts';
import { importWords } from '../../words/import-words.ts';
import styles from './import.module.css';
import { oddityWords } from './oddity-words.ts';

/** What is odd about what was found: how often, where, and what is done about it. */
export function OddityList({ oddities }: { oddities: readonly ImportOddity[] }) {
  const id = useId();
  const say = importWords.imports;
  return (
    <div>
      <h3 id={id}>{say.oddTitle}</h3>
      {oddities.length === 0 ? (
        <p className="dim">{say.oddNone}</p>
      ) : (
        <ul className={styles['odd']} aria-labelledby={id}>
          {oddities.map(({ kind, file, count, examples }) => {
            const { says, done } = oddityWords(kind);
            return (
              <li key={`${kind} ${file}`}>
                <p>
                  <strong>{says(count, numbers.count(count))}</strong>
                  {file !== '' && ` ${say.oddIn(file)}`}. {done}
                </p>
                {examples.length > 0 && <p className="dim small">{say.such(examples.join(' · '))}</p>}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
