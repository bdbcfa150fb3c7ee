import { Button } from '@mantine/core';
import type { CreatedApiKey } from '@readout/api-contract';
import { useEffect, useRef } from 'react';
import { words } from '../../words/words.ts';
import { CodeBlock } from '../create/code-block.tsx';
import styles from './settings.module.css';

/** The only time a key is seen. */
export function NewKey({ created, onDone }: { created: CreatedApiKey; onDone: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} className={styles['newKey']} role="status">
      <h3>{words.settings.newKey(created.name)}</h3>
      <p>{words.settings.newKeySays}</p>
      <CodeBlock label={words.settings.key} code={created.key} />
      <Button variant="default" size="sm" onClick={onDone}>
        {words.settings.newKeyDone}
      </Button>
    </div>
  );
}
