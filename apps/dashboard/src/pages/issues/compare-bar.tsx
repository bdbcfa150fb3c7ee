import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './issues.module.css';

/** What is chosen to compare, at the bottom of the window as long as anything is. */
export function CompareBar({
  chosen,
  isFull,
  onLetGo,
}: {
  chosen: readonly string[];
  /** A seventh was asked for. */
  isFull: boolean;
  onLetGo: () => void;
}) {
  const publication = usePublication();
  return (
    <section
      className={styles['bar']}
      data-shown={chosen.length > 0 || undefined}
      aria-label={words.issuesTable.chosen}
    >
      <p role="status">{isFull ? words.issuesTable.most : chosen.length === 1 ? words.issuesTable.oneMore : ''}</p>
      {chosen.length > 1 && (
        <Button
          renderRoot={(props) => (
            <Link
              to="/p/$publication/compare"
              params={{ publication: publication.id }}
              search={{ issues: chosen.join(',') }}
              {...props}
            />
          )}
        >
          {words.issuesTable.compare(chosen.length)}
        </Button>
      )}
      {chosen.length > 0 && (
        <Button variant="subtle" size="compact-md" onClick={onLetGo}>
          {words.issuesTable.letGo}
        </Button>
      )}
    </section>
  );
}
