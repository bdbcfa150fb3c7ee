import type { ExperimentPlan } from '@readout/api-contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { numbers } from '../../../../format/viewer.ts';
import { Failed } from '../../../../frame/message.tsx';
import { growthWords } from '../../../../words/growth-words.ts';
import { Term } from '../../term.tsx';
import styles from '../experiments.module.css';

/** From so many days on other things change meanwhile, and patience ends. */
const LONG_DAYS = 90;

/** What the experiment takes: people for each offer, and how long that is at the present number of paywall hits. */
export function Plan({
  plan,
}: {
  /** Null: it is neither known nor typed what the measure is now, or another number is missing. */
  plan: UseQueryResult<ExperimentPlan, Error> | null;
}) {
  const say = growthWords.experiments.form;
  const data = plan?.data;
  return (
    <aside className={styles['plan']} aria-label={say.plan} aria-busy={plan?.isFetching}>
      <h4>{say.plan}</h4>
      {plan?.isError && data === undefined && (
        <Failed title={say.planFailed} error={plan.error} retry={() => void plan.refetch()} />
      )}
      {plan === null && <p className="dim small">{say.planNeeds}</p>}
      {data !== undefined && data.peoplePerArm === null && <p className="dim small">{say.planUnknown}</p>}
      {data !== undefined && data.peoplePerArm !== null && (
        <dl>
          <dt>
            <Term of="peopleNeeded">{say.planPeople}</Term>
          </dt>
          <dd data-figure="people">{numbers.count(data.peoplePerArm)}</dd>
          <dt>{say.planDays}</dt>
          <dd data-figure="days">{data.days === null ? '–' : say.about(data.days, numbers.count(data.days))}</dd>
        </dl>
      )}
      {data !== undefined && (
        <p className="dim small">
          {data.peoplePerDay === 0 ? say.planNobody : say.planSays(numbers.times(data.peoplePerDay))}
        </p>
      )}
      {data !== undefined && data.days !== null && data.days > LONG_DAYS && <p className="small">{say.planLong}</p>}
    </aside>
  );
}
