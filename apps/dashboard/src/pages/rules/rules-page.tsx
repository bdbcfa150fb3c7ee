import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { rulesQuery } from '../../api/verdict-queries.ts';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import styles from './rules.module.css';
import { RulesEditor } from './rules-editor.tsx';

/** What the publication itself says about who is a machine. */
export function RulesPage() {
  const publication = usePublication();
  useTitle(words.rules.title, publication.name);
  const rules = useQuery(rulesQuery(publication.id));
  return (
    <div className={styles['page']}>
      <header>
        <p className="back">
          <Link to="/p/$publication/settings" params={{ publication: publication.id }}>
            <span aria-hidden="true">← </span>
            {words.rules.back}
          </Link>
        </p>
        <Heading>{words.rules.title}</Heading>
        <p className="dim">{words.rules.says}</p>
      </header>
      {rules.isPending && <Loading height={240} />}
      {rules.isError && rules.data === undefined && (
        <Failed title={words.rules.loadFailed} error={rules.error} retry={() => void rules.refetch()} />
      )}
      {rules.data !== undefined && <RulesEditor publication={publication.id} saved={rules.data} />}
    </div>
  );
}
