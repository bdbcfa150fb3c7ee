import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { OfferDraft, OfferField } from '../../../../findings/offer-draft.ts';
import { currencyOf, typedAmount } from '../../../../format/amount.ts';
import { locale } from '../../../../format/viewer.ts';
import { FIELD_ORDER } from '../../../../frame/field-order.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import styles from './offers.module.css';

type TypedField = Exclude<OfferField, 'currency' | 'takesCard'>;

/** What is typed of an offer. */
export function OfferFields({
  draft,
  lacks,
  refused,
  onlyName,
  onChange,
}: {
  draft: OfferDraft;
  lacks: readonly OfferField[];
  /** What the server says of a field. */
  refused: (field: OfferField) => string | undefined;
  onlyName: boolean;
  onChange: (part: Partial<OfferDraft>) => void;
}) {
  const say = growthWords.offers.form;
  const wrong: Readonly<Record<Exclude<TypedField, 'text'>, string>> = {
    ...say.wrong,
    price: say.wrong.price(typedAmount(12_000, currencyOf(draft.currency), locale)),
  };
  const field = (name: TypedField, maxLength: number) => ({
    label: say[name],
    inputWrapperOrder: FIELD_ORDER,
    value: draft[name],
    maxLength,
    autoComplete: 'off',
    disabled: onlyName && name !== 'name',
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
    error: name !== 'text' && lacks.includes(name) ? wrong[name] : refused(name),
  });
  return (
    <div className={styles['fields']}>
      <TextInput {...field('name', 100)} description={say.nameSays} placeholder={say.nameExample} />
      <TextInput {...field('headline', 200)} placeholder={say.headlineExample} dir="auto" />
      <Textarea {...field('text', 2_000)} placeholder={say.textExample} dir="auto" rows={3} />
      <TextInput {...field('button', 60)} placeholder={say.buttonExample} dir="auto" />
      <div className={styles['numbers']}>
        <TextInput {...field('trialDays', 4)} description={say.trialDaysSays} inputMode="numeric" />
        <TextInput {...field('price', 16)} description={say.priceSays} inputMode="decimal" />
        <NativeSelect
          label={say.currency}
          inputWrapperOrder={FIELD_ORDER}
          value={draft.currency}
          disabled={onlyName}
          onChange={(event) => onChange({ currency: event.currentTarget.value })}
          data={[...new Set([draft.currency, ...Intl.supportedValuesOf('currency')])].sort()}
          error={refused('currency')}
        />
        <TextInput {...field('months', 4)} description={say.monthsSays} inputMode="numeric" />
      </div>
    </div>
  );
}
