import { Button } from '@mantine/core';
import type { MailProviderView, PublicationView } from '@readout/api-contract';
import { useId, useState } from 'react';
import { useDates } from '../../format/viewer.ts';
import { useFocusBack } from '../../frame/use-focus-back.ts';
import { words } from '../../words/words.ts';
import { CodeBlock } from '../create/code-block.tsx';
import { MailProviderKey } from './mail-provider-key.tsx';
import styles from './publication-settings.module.css';

interface Shown {
  readonly publication: PublicationView;
  readonly provider: MailProviderView['provider'];
  readonly hook: string;
  /** Undefined: it is not set up. */
  readonly known: MailProviderView | undefined;
  readonly onRemove: () => void;
}

/** How one mail provider stands, and when asked for, what to put into it and its key. */
export function MailProvider({ publication, provider, hook, known, onRemove }: Shown) {
  const [isOpen, setOpen] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(isOpen);
  const id = useId();
  const dates = useDates(publication.timeZone);
  const say = words.mailProviders;
  const name = say.names[provider];
  const action = known === undefined ? 'set' : 'change';
  return (
    <div className={styles['provider']}>
      <div>
        <h3>{name}</h3>
        <p className="dim">{known === undefined ? say.none : say.setUp(known.hint, dates.moment(known.createdAt))}</p>
        {known !== undefined && (
          <p className="dim">
            {known.lastEventAt === null ? say.noReport : say.lastReport(dates.moment(known.lastEventAt))}
          </p>
        )}
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
        {known !== undefined && (
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
              {say.steps[provider].map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <MailProviderKey publication={publication.id} provider={provider} onSaved={() => setOpen(false)} />
          </>
        )}
      </div>
    </div>
  );
}
