import type { TrialsView } from '@readout/api-contract';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { statesOf, TRIAL_STATES, type TrialState } from '../../../findings/trials.ts';
import { ratio } from '../../../format/numbers.ts';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { type GrowthTerm, Term } from '../term.tsx';
import styles from './trials.module.css';

const TERMS: Readonly<Record<TrialState, GrowthTerm>> = {
  converted: 'trialConverted',
  running: 'running',
  pastDue: 'pastDue',
  cancelled: 'cancelled',
  expired: 'expired',
};

/** All trials that started as one bar, by how they stand, and the same in figures. */
export function Outcomes({ trials: { cohorts, started } }: { trials: TrialsView }) {
  const say = growthWords.trials;
  const states = statesOf(cohorts);
  const all = TRIAL_STATES.reduce((sum, state) => sum + states[state], 0);
  if (all === 0) return null;
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes">{say.outcomesFinding(numbers.count(states.converted), numbers.count(started))}</h2>
      <div className={styles['bar']} aria-hidden="true">
        {TRIAL_STATES.filter((state) => states[state] > 0).map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: states[state] }} />
        ))}
      </div>
      <table className={`data ${styles['states']}`}>
        <thead>
          <tr>
            <th scope="col">{say.state}</th>
            <th scope="col" className="number">
              {say.trials}
            </th>
            <th scope="col" className="number">
              {growthWords.growth.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {TRIAL_STATES.map((state) => (
            <tr key={state}>
              <th scope="row">
                <span className={styles['name']}>
                  <span className={styles['swatch']} data-state={state} aria-hidden="true" />
                  <Term of={TERMS[state]}>{say.states[state]}</Term>
                </span>
              </th>
              <td className="number">{numbers.count(states[state])}</td>
              <td className="number dim">{numbers.rate(ratio(states[state], all))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={growth['csv']}>
        <ExportMenu
          of={say.outcomes}
          table={() => ({
            columns: [say.state, say.trials, growthWords.growth.share],
            rows: TRIAL_STATES.map((state) => [say.states[state], states[state], ratio(states[state], all)]),
          })}
        />
      </div>
    </section>
  );
}
