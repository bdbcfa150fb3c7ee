import { Autocomplete } from '@mantine/core';
import { TIME_ZONES } from '../format/time-zones.ts';
import { words } from '../words/words.ts';
import { FIELD_ORDER } from './field-order.ts';

/**
 * A time zone, typed or chosen among those that the browser knows. Holds the text as it was typed: what zone it names
 * `timeZoneNamed` says.
 */
export function TimeZoneField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
}) {
  return (
    <Autocomplete
      label={words.start.timeZone}
      description={words.start.timeZoneRule}
      inputWrapperOrder={FIELD_ORDER}
      data={[...TIME_ZONES]}
      value={value}
      onChange={onChange}
      onFocus={(event) => event.currentTarget.select()}
      maxLength={100}
      spellCheck={false}
      autoComplete="off"
      limit={60}
      maxDropdownHeight={280}
      filter={({ options, search }) => {
        const sought = search.trim().toLowerCase().replaceAll(' ', '_');
        return options.filter((one) => 'value' in one && String(one.value).toLowerCase().includes(sought));
      }}
      error={error}
    />
  );
}
