import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { NETWORK_NAMES } from '../../findings/networks.ts';
import type { Condition, DraftRule, Lack, RuleRefusal } from '../../findings/rules-draft.ts';
import { VERDICTS } from '../../findings/verdicts.ts';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { words } from '../../words/words.ts';
import styles from './rules.module.css';

/** The fields of one rule. What is typed is in the draft at once; it is saved with the whole list. */
export function RuleForm({
  rule,
  lacks,
  refusal,
  onChange,
  onDone,
}: {
  rule: DraftRule;
  lacks: readonly Lack[];
  refusal: RuleRefusal | undefined;
  onChange: (next: DraftRule) => void;
  onDone: () => void;
}) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const put = (condition: Condition, value: string) =>
    onChange({ ...rule, when: { ...rule.when, [condition]: value } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone();
  };
  const whenWrong = lacks.includes('when') ? words.rules.whenMissing : refusal?.when;
  const condition = (name: Exclude<Condition, 'network'>, maxLength: number) => (
    <TextInput
      label={words.rules[name]}
      description={words.rules[`${name}Rule`]}
      placeholder={words.rules[`${name}Example`]}
      inputWrapperOrder={FIELD_ORDER}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={maxLength}
      value={rule.when[name] ?? ''}
      onChange={(event) => put(name, event.currentTarget.value)}
      error={refusal?.conditions[name]}
    />
  );
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['fields']}>
        <TextInput
          ref={first}
          label={words.rules.nameLabel}
          description={words.rules.nameRule}
          placeholder={words.rules.nameExample}
          inputWrapperOrder={FIELD_ORDER}
          autoComplete="off"
          maxLength={60}
          value={rule.name}
          onChange={(event) => onChange({ ...rule, name: event.currentTarget.value })}
          error={nameWrong(rule, lacks) ?? refusal?.name}
        />
        <NativeSelect
          label={words.rules.verdictLabel}
          inputWrapperOrder={FIELD_ORDER}
          value={rule.verdict}
          onChange={(event) =>
            onChange({ ...rule, verdict: VERDICTS.find((one) => one === event.currentTarget.value) ?? rule.verdict })
          }
          data={VERDICTS.map((one) => ({ value: one, label: words.verdicts.names[one] }))}
        />
      </div>
      <fieldset className={styles['when']}>
        <legend>{words.rules.when}</legend>
        <div className={styles['fields']}>
          {condition('client', 100)}
          <NativeSelect
            label={words.rules.network}
            inputWrapperOrder={FIELD_ORDER}
            value={rule.when.network ?? ''}
            onChange={(event) => put('network', event.currentTarget.value)}
            data={[
              { value: '', label: words.rules.anyNetwork },
              ...NETWORK_NAMES.map((one) => ({ value: one, label: words.rules.networks[one] })),
            ]}
            error={refusal?.conditions.network}
          />
          {condition('range', 64)}
          {condition('domain', 253)}
        </div>
        {whenWrong !== undefined && (
          <p role="alert" className={styles['wrong']}>
            {whenWrong}
          </p>
        )}
      </fieldset>
      <Button type="submit" variant="default" size="sm">
        {words.rules.done}
      </Button>
    </form>
  );
}

function nameWrong({ name }: DraftRule, lacks: readonly Lack[]): string | undefined {
  if (lacks.includes('name')) return words.rules.nameMissing;
  return lacks.includes('name-taken') ? words.rules.nameTaken(name.trim()) : undefined;
}
