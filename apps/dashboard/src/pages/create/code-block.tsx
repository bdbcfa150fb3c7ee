import { Button, CopyButton } from '@mantine/core';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';
import styles from './create.module.css';

/** Text to be copied, with the button that does it. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <div className={styles['block']}>
      <div className={styles['blockTop']}>
        <span className="dim small">{label}</span>
        <Copy text={code} />
      </div>
      <ScrollBox label={label}>
        <pre>{code}</pre>
      </ScrollBox>
    </div>
  );
}

/** Copies, and says that it did. */
export function Copy({ text }: { text: string }) {
  return (
    <CopyButton value={text} timeout={2_000}>
      {({ copied, copy }) => (
        <Button variant="default" size="compact-sm" onClick={copy}>
          <span aria-live="polite">{copied ? words.copied : words.copy}</span>
        </Button>
      )}
    </CopyButton>
  );
}
