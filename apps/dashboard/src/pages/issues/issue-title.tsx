import { Link } from '@tanstack/react-router';
import { isVisible } from '../../format/titles.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './issues.module.css';

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
        {isVisible(title) ? title : words.issuesTable.untitled}
      </span>
    </Link>
  );
}
