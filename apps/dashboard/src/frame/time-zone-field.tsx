import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { words } from '../words/en.ts';

/** A choice among the time zones that the browser knows, found by typing. */
export function TimeZoneField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (timeZone: string) => void;
  error?: string | undefined;
}) {
  const zones = useMemo(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), value])].sort(), [value]);
  return (
    <Select
      label={words.start.timeZone}
      description={words.start.timeZoneRule}
      data={zones}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      searchable
      allowDeselect={false}
      limit={60}
      maxDropdownHeight={280}
      nothingFoundMessage={words.start.noTimeZone}
      filter={({ options, search }) => {
        const sought = search.trim().toLowerCase().replaceAll(' ', '_');
        return options.filter((one) => 'value' in one && String(one.value).toLowerCase().includes(sought));
      }}
      error={error}
    />
  );
}
