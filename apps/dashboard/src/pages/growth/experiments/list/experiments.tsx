import { Button } from '@mantine/core';
import type { ExperimentView, OfferView } from '@readout/api-contract';
import { useRef, useState } from 'react';
import { removeExperiment } from '../../../../api/experiment-queries.ts';
import { Message } from '../../../../frame/message.tsx';
import { usePublication } from '../../../../frame/publication-context.ts';
import { useLeaving } from '../../../../frame/use-leaving.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import styles from '../experiments.module.css';
import { ExperimentForm } from '../form/experiment-form.tsx';
import { useExperimentActions } from '../use-experiment-actions.ts';
import { ExperimentItem } from './experiment-item.tsx';

const STATES = ['running', 'draft', 'stopped'] as const;

/** All experiments by how they stand; a draft, or a new one, can be open to be written. */
export function Experiments({
  experiments,
  offers,
}: {
  experiments: readonly ExperimentView[];
  offers: readonly OfferView[];
}) {
  const publication = usePublication();
  const say = growthWords.experiments;
  const [written, setWritten] = useState<string | 'new' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { forget } = useExperimentActions();
  const { leaving, leave } = useLeaving((id: string) => removeExperiment(publication.id, id), forget);
  const shown = experiments.filter(({ id }) => !leaving.has(id));
  const running = experiments.find(({ state }) => state === 'running');
  const isPossible = offers.filter(({ archivedAt }) => archivedAt === null).length >= 2;
  const close = () => {
    setWritten(null);
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="experiments">
      <div className="section-head">
        <h2 id="experiments" ref={heading} tabIndex={-1}>
          {say.heading}
        </h2>
        {isPossible && written !== 'new' && (
          <Button variant="default" size="sm" onClick={() => setWritten('new')}>
            {say.make}
          </Button>
        )}
      </div>
      {experiments.length > 0 && <p className="says">{say.headingSays}</p>}
      {written === 'new' && <ExperimentForm experiment={null} offers={offers} onDone={close} />}
      {shown.length === 0 && written !== 'new' && (
        <Message title={say.emptyTitle}>{isPossible ? say.empty : `${say.empty} ${say.needsOffers}`}</Message>
      )}
      {STATES.map((state) => {
        const these = shown.filter((one) => one.state === state);
        return (
          these.length > 0 && (
            <div key={state} className={styles['state']}>
              <h3>{say.states[state]}</h3>
              {state === 'draft' && running !== undefined && <p className="dim small">{say.otherRuns(running.name)}</p>}
              <ul className={styles['list']}>
                {these.map((one) => (
                  <li key={one.id}>
                    {written === one.id ? (
                      <ExperimentForm experiment={one} offers={offers} onDone={close} />
                    ) : (
                      <ExperimentItem
                        experiment={one}
                        offers={offers}
                        otherRuns={running !== undefined}
                        onEdit={() => setWritten(one.id)}
                        onRemove={() => {
                          leave(one.id, say.willGo(one.name));
                          heading.current?.focus();
                        }}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}
