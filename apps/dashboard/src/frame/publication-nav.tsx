import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { publicationsQuery } from '../api/queries.ts';
import { words } from '../words/words.ts';
import styles from './frame.module.css';

/** The pages of the publication that one is in. */
export function PublicationNav() {
  const { data: publications } = useSuspenseQuery(publicationsQuery);
  const { publication: id } = useParams({ strict: false });
  if (id === undefined || publications.every((one) => one.id !== id)) return null;
  const params = { publication: id };
  return (
    <nav className={styles['nav']} aria-label={words.frame.pages}>
      <Link to="/p/$publication" params={params} activeOptions={{ exact: true, includeSearch: false }}>
        {words.home.title}
      </Link>
      <Link to="/p/$publication/issues" params={params} activeOptions={{ includeSearch: false }}>
        {words.issues.title}
      </Link>
      <Link to="/p/$publication/readers" params={params}>
        {words.readers.title}
      </Link>
      <Link to="/p/$publication/subjects" params={params}>
        {words.subjects.nav}
      </Link>
      <Link to="/p/$publication/growth" params={params} activeOptions={{ includeSearch: false }}>
        {words.frame.growth}
      </Link>
      <Link to="/p/$publication/machines" params={params}>
        {words.machines.title}
      </Link>
      <Link to="/p/$publication/reports" params={params} activeOptions={{ includeSearch: false }}>
        {words.reports.title}
      </Link>
    </nav>
  );
}
