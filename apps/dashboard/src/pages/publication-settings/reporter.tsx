import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useFocusBack } from '../../frame/use-focus-back.ts';
import { CodeBlock } from '../create/code-block.tsx';
import styles from './publication-settings.module.css';

/** What is said around somebody who reports to us. */
interface ReporterWords {
  readonly open: Readonly<Record<'set' | 'change', string>>;
  readonly openNamed: Readonly<Record<'set' | 'change', (name: string) => string>>;
  readonly remove: string;
  readonly removeNamed: (name: string) => string;
  readonly hookOf: (name: string) => string;
}

/** How somebody stands who reports to us, and when asked for, what to put into their system and into ours. */
export function Reporter({
  name,
  hook,
  steps,
  say,
  isSetUp,
  standing,
  secret,
  onRemove,
}: {
  name: string;
  /** Where they are to report to. */
  hook: string;
  /** What to do there. */
  steps: readonly string[];
  say: ReporterWords;
  isSetUp: boolean;
  standing: ReactNode;
  /** The form for what their reports are verified by. */
  secret: (close: () => void) => ReactNode;
  onRemove: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(isOpen);
  const id = useId();
  const action = isSetUp ? 'change' : 'set';
  return (
    <div className={styles['provider']}>
      <div>
        <h3>{name}</h3>
        {standing}
      </div>
      <div className={styles['choices']}>
        <Button
          ref={opener}
          variant="subtle"
          size="compact-sm"
          aria-label={say.openNamed[action](name)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {say.open[action]}
        </Button>
        {isSetUp && (
          <Button variant="subtle" size="compact-sm" aria-label={say.removeNamed(name)} onClick={onRemove}>
            {say.remove}
          </Button>
        )}
      </div>
      <div id={id} className={styles['how']} hidden={!isOpen}>
        {isOpen && (
          <>
            <CodeBlock label={say.hookOf(name)} code={hook} />
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {secret(() => setOpen(false))}
          </>
        )}
      </div>
    </div>
  );
}
