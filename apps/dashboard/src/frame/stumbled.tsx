import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ApiError } from '../api/client.ts';
import { words } from '../words/words.ts';
import styles from './frame.module.css';
import { useTitle } from './use-title.ts';

/** What is left when a page cannot be drawn: a refused request with its reason, or an error of ours. */
export function Stumbled({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const asked = error instanceof ApiError;
  const title = asked ? words.problems.heading : words.problems.crashTitle;
  useTitle(title);
  const again = () => {
    if (!asked) return location.reload();
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <div className={styles['lone']} role="alert">
      <h1>{title}</h1>
      <p className="dim">{asked ? error.message : words.problems.crash}</p>
      <Button variant="default" onClick={again}>
        {words.retry}
      </Button>
    </div>
  );
}
