import { Button } from '@mantine/core';
import type { CreatedShare } from '@readout/api-contract';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { usePublication } from '../../frame/publication-context.ts';
import { sharingWords } from '../../words/sharing-words.ts';
import { CodeBlock } from '../create/code-block.tsx';
import styles from './sharing.module.css';
import { snippetOf } from './snippet.ts';

/** The only time that a link is seen. */
export function MadeLink({ made: { link, address }, onAnother }: { made: CreatedShare; onAnother: () => void }) {
  const publication = usePublication();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const say = sharingWords;
  return (
    <div ref={ref} tabIndex={-1} className={styles['made']} role="status">
      <p>{say.madeSays}</p>
      <CodeBlock label={say.address} code={address} />
      {link.sites.length > 0 && <CodeBlock label={say.snippet} code={snippetOf(address, publication.name)} />}
      <p className="dim small">
        <Link to="/p/$publication/settings" params={{ publication: publication.id }} hash="shares">
          {say.toList}
        </Link>
      </p>
      <div>
        <Button variant="default" size="sm" onClick={onAnother}>
          {say.another}
        </Button>
      </div>
    </div>
  );
}
