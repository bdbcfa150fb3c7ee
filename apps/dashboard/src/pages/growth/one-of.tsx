import { NativeSelect, SegmentedControl } from '@mantine/core';
import styles from './growth.module.css';

interface Choice<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
}

/** One of a few, side by side; it says which by its value and never by its place. */
export function OneOf<Value extends string | number>({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChoose: (value: Value) => void;
}) {
  return (
    <div className={styles['choice']}>
      <span aria-hidden="true">{label}</span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={String(value)}
        onChange={(chosen) => choose(choices, chosen, onChoose)}
        data={choices.map((one) => ({ value: String(one.value), label: one.label }))}
      />
    </div>
  );
}

/** One of many, in a list that opens. */
export function OneOfMany<Value extends string | number>({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChoose: (value: Value) => void;
}) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={String(value)}
      onChange={(event) => choose(choices, event.currentTarget.value, onChoose)}
      data={choices.map((one) => ({ value: String(one.value), label: one.label }))}
    />
  );
}

function choose<Value extends string | number>(
  choices: readonly Choice<Value>[],
  chosen: string,
  onChoose: (value: Value) => void,
): void {
  const found = choices.find(({ value }) => String(value) === chosen);
  if (found !== undefined) onChoose(found.value);
}
