import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { words } from '../../../words/words.ts';
import { wholeSearch } from '../whole/whole-search.ts';
import styles from './why.module.css';
import type { WhySearch } from './why-search.ts';

/**
 * Leads to why a number is what it is.
 * @param of what is asked about, for who hears the link alone: "4,812 readers"
 * @param children left out: "Why?"; otherwise the number itself
 */
export function WhyLink({ of, search, children }: { of: string; search: WhySearch; children?: ReactNode }) {
  return (
    <Link
      from="/p/$publication/issues/$issue"
      to="."
      search={(before) => ({ ...wholeSearch({ ...before }), ...search })}
      resetScroll={false}
      preload={false}
      className={styles['why']}
      data-number={children !== undefined || undefined}
      aria-label={words.why.askOf(of)}
    >
      {children ?? words.why.ask}
    </Link>
  );
}
