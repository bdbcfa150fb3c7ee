import { Link, Outlet } from '@tanstack/react-router';
import { usePublication } from '../../frame/publication-context.ts';
import { growthWords } from '../../words/growth-words.ts';
import styles from './growth.module.css';

/** In the order in which they stand. The first one's address is where all the others begin. */
const TABS = [
  ['funnel', '/p/$publication/growth'],
  ['trials', '/p/$publication/growth/trials'],
  ['revenue', '/p/$publication/growth/revenue'],
  ['paywall', '/p/$publication/growth/paywall'],
  ['cohorts', '/p/$publication/growth/cohorts'],
  ['attribution', '/p/$publication/growth/attribution'],
  ['experiments', '/p/$publication/growth/experiments'],
] as const;

/** Around the pages of growth: each answers one question, and has an address. */
export function GrowthFrame() {
  const publication = usePublication();
  const params = { publication: publication.id };
  return (
    <>
      <nav className={styles['tabs']} aria-label={growthWords.growth.pages}>
        {TABS.map(([name, to]) => (
          <Link key={name} to={to} params={params} activeOptions={{ exact: name === 'funnel', includeSearch: false }}>
            {growthWords.growth.tabs[name]}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
