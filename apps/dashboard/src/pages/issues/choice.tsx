import { words } from '../../words/words.ts';
import styles from './issues.module.css';

/** The box by which an issue is chosen to compare. A seventh is not, and the bar says why. */
export function Choice({ title, isChosen, onChoose }: { title: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <label className={styles['choice']}>
      <input type="checkbox" checked={isChosen} onChange={onChoose} aria-label={words.issuesTable.choose(title)} />
    </label>
  );
}
