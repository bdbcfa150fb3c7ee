import { Link, Outlet } from '@tanstack/react-router';
import { usePublication } from '../../frame/publication-context.ts';
import { growthWords } from '../../words/growth-words.ts';
import styles from './growth.module.css';

/** Around the pages of growth: each answers one question, and has an address. */
export function GrowthFrame() {
  const publication = usePublication();
  const params = { publication: publication.id };
  const { tabs } = growthWords.growth;
  const options = { includeSearch: false };
  return (
    <>
      <nav className={styles['tabs']} aria-label={growthWords.growth.pages}>
        <Link to="/p/$publication/growth" params={params} activeOptions={{ exact: true, ...options }}>
          {tabs.funnel}
        </Link>
        <Link to="/p/$publication/growth/trials" params={params} activeOptions={options}>
          {tabs.trials}
        </Link>
        <Link to="/p/$publication/growth/revenue" params={params} activeOptions={options}>
          {tabs.revenue}
        </Link>
        <Link to="/p/$publication/growth/paywall" params={params} activeOptions={options}>
          {tabs.paywall}
        </Link>
        <Link to="/p/$publication/growth/cohorts" params={params} activeOptions={options}>
          {tabs.cohorts}
        </Link>
        <Link to="/p/$publication/growth/attribution" params={params} activeOptions={options}>
          {tabs.attribution}
        </Link>
        <Link to="/p/$publication/growth/experiments" params={params} activeOptions={options}>
          {tabs.experiments}
        </Link>
      </nav>
      <Outlet />
    </>
  );
}
