import { Button } from '@mantine/core';
import type { BillingSystemView, PublicationView } from '@readout/api-contract';
import { useId, useState } from 'react';
import { useDates } from '../../format/viewer.ts';
import { useFocusBack } from '../../frame/use-focus-back.ts';
import { words } from '../../words/words.ts';
import { CodeBlock } from '../create/code-block.tsx';
import { BillingSecret } from './billing-secret.tsx';
import styles from './publication-settings.module.css';

interface Shown {
  readonly publication: PublicationView;
  readonly system: BillingSystemView['system'];
  readonly hook: string;
  /** Undefined: it is not set up. */
  readonly known: BillingSystemView | undefined;
  readonly onRemove: () => void;
}

/** How one billing system stands, and when asked for, what to put into it and its secret. */
export function BillingSystem({ publication, system, hook, known, onRemove }: Shown) {
  const [isOpen, setOpen] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(isOpen);
  const id = useId();
  const say = words.billing;
  const name = say.names[system];
  const action = known === undefined ? 'set' : 'change';
  return (
    <div className={styles['provider']}>
      <div>
        <h3>{name}</h3>
        {known === undefined ? <p className="dim">{say.none[system]}</p> : <Standing {...{ publication, known }} />}
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
              {say.steps[system].map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <BillingSecret publication={publication.id} system={system} known={known} onSaved={() => setOpen(false)} />
          </>
        )}
      </div>
    </div>
  );
}

function Standing({ publication, known }: { publication: PublicationView; known: BillingSystemView }) {
  const dates = useDates(publication.timeZone);
  const say = words.billing;
  return (
    <>
      <p className="dim">{say.setUp(known.hint, dates.moment(known.createdAt))}</p>
      {known.account !== null && <p className="dim">{say.ofAccount(known.account)}</p>}
      {known.takesTests && <p className="dim">{say.testsAreTaken}</p>}
      <p className="dim">
        {known.lastStatementAt === null ? say.nothingYet : say.last(dates.moment(known.lastStatementAt))}
      </p>
    </>
  );
}
