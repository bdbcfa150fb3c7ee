import { Switch, TextInput } from '@mantine/core';
import { FIELD_ORDER } from '../../../../frame/field-order.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import { OneOf } from '../../one-of.tsx';
import styles from '../experiments.module.css';
import type { FieldsOf } from './fields.ts';

/** Who takes part, and what share of them. */
export function WhoFields({ draft, wrong, onChange }: FieldsOf) {
  const say = growthWords.experiments.form;
  return (
    <fieldset className={styles['part']}>
      <legend>{say.who}</legend>
      <OneOf
        label={say.readers}
        value={draft.readers}
        choices={(['all', 'free'] as const).map((value) => ({ value, label: say.readerKinds[value] }))}
        onChoose={(readers) => onChange({ readers })}
      />
      <p className="dim small">{say.readersSay}</p>
      <Switch
        label={say.visitors}
        description={say.visitorsSay}
        checked={draft.visitors}
        onChange={(event) => onChange({ visitors: event.currentTarget.checked })}
      />
      <TextInput
        className={styles['short'] ?? ''}
        label={say.share}
        description={say.shareSays}
        inputWrapperOrder={FIELD_ORDER}
        inputMode="decimal"
        autoComplete="off"
        maxLength={6}
        value={draft.share}
        onChange={(event) => onChange({ share: event.currentTarget.value })}
        error={wrong('share')}
      />
    </fieldset>
  );
}
