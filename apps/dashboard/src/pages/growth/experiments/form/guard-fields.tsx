import { Switch, TextInput } from '@mantine/core';
import { GUARDED, guardsOf } from '../../../../findings/experiment-draft.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import styles from '../experiments.module.css';
import type { FieldsOf } from './fields.ts';

/** What must not get worse meanwhile, each by so much at most. */
export function GuardFields({ draft, wrong, onChange }: FieldsOf) {
  const { form: say, measures } = growthWords.experiments;
  const { guardrails, measure } = draft;
  const sent = guardsOf(draft);
  return (
    <fieldset className={styles['part']}>
      <legend>{say.guardrails}</legend>
      <p className="dim small">{say.guardrailsSay}</p>
      {GUARDED.filter((one) => one !== measure).map((one) => {
        const guard = guardrails[one];
        const put = (part: Partial<typeof guard>) =>
          onChange({ guardrails: { ...guardrails, [one]: { ...guard, ...part } } });
        return (
          <div key={one} className={styles['guard']}>
            <Switch
              label={measures[one]}
              checked={guard.isOn}
              onChange={(event) => put({ isOn: event.currentTarget.checked })}
            />
            {guard.isOn && (
              <>
                <span className="dim small" aria-hidden="true">
                  {say.worstShort}
                </span>
                <TextInput
                  size="xs"
                  aria-label={say.worst(measures[one])}
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={6}
                  value={guard.worstChange}
                  onChange={(event) => put({ worstChange: event.currentTarget.value })}
                  error={wrong(`guardrails.${sent.indexOf(one)}.worstChange`)}
                />
              </>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
