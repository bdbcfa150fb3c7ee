import { Button } from '@mantine/core';
import type { ExperimentView, OfferView } from '@readout/api-contract';
import { Link } from '@tanstack/react-router';
import { useDates } from '../../../../format/viewer.ts';
import { usePublication } from '../../../../frame/publication-context.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import { ArmsSentence } from '../arms-sentence.tsx';
import styles from '../experiments.module.css';
import { TurnButton } from '../turn-button.tsx';

/** One experiment in the list, and what can be done with it. */
export function ExperimentItem({
  experiment,
  offers,
  otherRuns,
  onEdit,
  onRemove,
}: {
  experiment: ExperimentView;
  offers: readonly OfferView[];
  otherRuns: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const say = growthWords.experiments;
  const { id, name, state, measure, startedAt, stoppedAt } = experiment;
  const isDraft = state === 'draft';
  return (
    <div className={styles['item']}>
      <div>
        <p className={styles['name']}>
          <Link
            to="/p/$publication/growth/experiments/$experiment"
            params={{ publication: publication.id, experiment: id }}
          >
            <strong dir="auto">{name}</strong>
          </Link>
        </p>
        <p>
          <ArmsSentence experiment={experiment} offers={offers} />
        </p>
        <p className="dim small">
          {say.about(say.measures[measure])}
          {startedAt !== null && stoppedAt === null && ` · ${say.since(dates.day(startedAt))}`}
          {startedAt !== null && stoppedAt !== null && ` · ${say.between(dates.day(startedAt), dates.day(stoppedAt))}`}
        </p>
      </div>
      <div className={styles['choices']}>
        {!isDraft && (
          <Button
            variant="subtle"
            size="sm"
            aria-label={say.resultsNamed(name)}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/p/$publication/growth/experiments/$experiment"
                params={{ publication: publication.id, experiment: id }}
              />
            )}
          >
            {say.results}
          </Button>
        )}
        {isDraft && (
          <>
            <Button variant="subtle" size="sm" aria-label={say.changeNamed(name)} onClick={onEdit}>
              {say.change}
            </Button>
            <Button variant="subtle" size="sm" aria-label={say.removeNamed(name)} onClick={onRemove}>
              {say.remove}
            </Button>
          </>
        )}
        <TurnButton experiment={experiment} isOff={otherRuns} />
      </div>
    </div>
  );
}
