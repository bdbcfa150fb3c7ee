import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { publicationsQuery } from '../../api/queries.ts';
import { words } from '../../words/words.ts';
import styles from './settings.module.css';

/** The publications there are, each with the way to its own settings. */
export function Publications() {
  const { data: publications } = useSuspenseQuery(publicationsQuery);
  return (
    <section aria-labelledby="publications">
      <h2 id="publications">{words.settings.publications}</h2>
      <ul className={styles['list']}>
        {publications.map((one) => (
          <li key={one.id} className={styles['row']}>
            <div>
              <span className="theirs">{one.name}</span>
              <span className="dim small">
                {' '}
                {one.timeZone}
                {one.isSample && ` · ${words.frame.sample}`}
              </span>
            </div>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={words.settings.edit(one.name)}
              renderRoot={(props) => <Link to="/p/$publication/settings" params={{ publication: one.id }} {...props} />}
            >
              {words.settings.editShort}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" size="sm" mt="sm" renderRoot={(props) => <Link to="/start" {...props} />}>
        {words.settings.addPublication}
      </Button>
    </section>
  );
}
