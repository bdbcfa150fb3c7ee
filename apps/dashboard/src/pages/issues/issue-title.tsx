import { Link } from '@tanstack/react-router';
import { usePublication } from '../../frame/publication-context.ts';
import styles from './issues.module.css';
import { shownTitle } from './shown-title.ts';

/** An issue's title that leads to the issue: long ones in three lines, each in the direction of its script. */
export function IssueTitle({ id, title }: { id: string; title: string }) {
  const publication = usePublication();
  return (
    <Link
      to="/p/$publication/issues/$issue"
      params={{ publication: publication.id, issue: id }}
      className={`${styles['title']} theirs`}
    >
      <span className={styles['lines']} dir="auto" title={title.length > 100 ? title : undefined}>
        {shownTitle(title)}
      </span>
    </Link>
  );
}
