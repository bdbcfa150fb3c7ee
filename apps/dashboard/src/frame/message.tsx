import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../words/words.ts';
import styles from './message.module.css';

/** Says in place what is empty or what went wrong, and what to do. */
export function Message({
  title,
  children,
  action,
  urgent = false,
}: {
  title?: string | undefined;
  children?: ReactNode;
  action?: ReactNode;
  urgent?: boolean;
}) {
  return (
    <div className={styles['message']} data-urgent={urgent || undefined} role={urgent ? 'alert' : undefined}>
      {title !== undefined && <p className={styles['title']}>{title}</p>}
      {children !== undefined && <p className={styles['text']}>{children}</p>}
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  );
}

/** A failed request, with the way to ask again. */
export function Failed({ title, error, retry }: { title?: string; error: Error; retry?: () => void }) {
  return (
    <Message
      urgent
      title={title}
      action={
        retry && (
          <Button variant="default" size="sm" onClick={retry}>
            {words.retry}
          </Button>
        )
      }
    >
      {error.message}
    </Message>
  );
}
