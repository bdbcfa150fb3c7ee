import { Link } from '@tanstack/react-router';
import { words } from '../words/words.ts';
import styles from './frame.module.css';
import { Heading } from './heading.tsx';
import { useTitle } from './use-title.ts';

/** For an address that belongs to nothing. */
export function NotFound() {
  useTitle(words.problems.notFoundTitle);
  return (
    <div className={styles['lone']}>
      <Heading>{words.problems.notFoundTitle}</Heading>
      <p className="dim">{words.problems.notFound}</p>
      <p>
        <Link to="/">{words.problems.home}</Link>
      </p>
    </div>
  );
}
