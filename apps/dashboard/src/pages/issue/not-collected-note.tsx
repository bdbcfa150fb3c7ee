import { Link } from '@tanstack/react-router';
import { notCollected } from '../../findings/not-collected.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './issue.module.css';

/** Why figures are missing where the publication does not collect what they are made of. */
export function NotCollectedNote() {
  const publication = usePublication();
  const missing = notCollected(publication);
  if (missing.length === 0) return null;
  return (
    <p className={styles['note']}>
      {missing.map((what) => words.issue.notCollectedHere[what]).join(' ')}{' '}
      <Link to="/p/$publication/settings" params={{ publication: publication.id }}>
        {words.publication.title}
      </Link>
    </p>
  );
}
