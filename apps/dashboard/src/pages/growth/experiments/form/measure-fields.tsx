import { NativeSelect, TextInput } from '@mantine/core';
import { MEASURES } from '../../../../findings/experiment-draft.ts';
import { type Currency, moneyFormat } from '../../../../format/money.ts';
import { locale, numbers } from '../../../../format/viewer.ts';
import { FIELD_ORDER } from '../../../../frame/field-order.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import styles from '../experiments.module.css';
import type { FieldsOf } from './fields.ts';

/** What is compared, what change would be worth it, and what the measure is now. */
export function MeasureFields({
  draft: { measure, smallestEffect, baseline },
  wrong,
  onChange,
  currency,
  lately,
}: FieldsOf & { currency: Currency; lately: number | null }) {
  const { form: say, measures } = growthWords.experiments;
  const isRevenue = measure === 'revenue';
  const written = isRevenue ? moneyFormat(currency, locale).exact : numbers.rate;
  const typed = { inputWrapperOrder: FIELD_ORDER, inputMode: 'decimal', autoComplete: 'off', maxLength: 12 } as const;
  return (
    <fieldset className={styles['part']}>
      <legend>{say.what}</legend>
      <NativeSelect
        label={say.measure}
        value={measure}
        // What was typed as a share is no amount, and the other way round.
        onChange={(event) =>
          onChange({ measure: MEASURES.find((one) => one === event.currentTarget.value) ?? measure, baseline: '' })
        }
        data={MEASURES.map((value) => ({ value, label: measures[value] }))}
      />
      <div className={styles['two']}>
        <TextInput
          {...typed}
          label={say.smallestEffect}
          description={say.smallestEffectSays}
          value={smallestEffect}
          onChange={(event) => onChange({ smallestEffect: event.currentTarget.value })}
          error={wrong('smallestEffect')}
        />
        <TextInput
          {...typed}
          label={isRevenue ? say.baseline.revenue(currency.currency) : say.baseline.share}
          description={lately === null ? say.baselineNone : say.baselineLately(written(lately))}
          value={baseline}
          onChange={(event) => onChange({ baseline: event.currentTarget.value })}
          error={wrong('baseline')}
        />
      </div>
    </fieldset>
  );
}
