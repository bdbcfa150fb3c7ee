import { Button, Popover } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { words } from '../../words/words.ts';
import { COLUMN_IDS, type ColumnId, readColumns } from './column-ids.ts';
import { columnOf } from './columns.tsx';
import styles from './issues.module.css';

/** Which columns the table shows, each with what it means. */
export function ColumnsMenu({
  columns,
  onChange,
}: {
  columns: readonly ColumnId[];
  onChange: (columns: readonly ColumnId[]) => void;
}) {
  return (
    <Popover position="bottom-end" shadow="md" width={340}>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconColumns size={16} stroke={1.5} aria-hidden="true" />}
        >
          {words.issuesTable.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={styles['columns']}>
          <legend>{words.issuesTable.columnsSay}</legend>
          {COLUMN_IDS.map(columnOf).map(({ id, label, term }) => (
            <label key={id}>
              <input
                type="checkbox"
                aria-label={label}
                aria-describedby={term === null ? undefined : `means-${id}`}
                checked={columns.includes(id)}
                onChange={({ currentTarget: { checked } }) =>
                  onChange(COLUMN_IDS.filter((one) => (one === id ? checked : columns.includes(one))))
                }
              />
              <span>
                {label}
                {term !== null && (
                  <span id={`means-${id}`} className={styles['means']}>
                    {words.definitions[term]}
                  </span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(readColumns(undefined))}>
          {words.issuesTable.columnsReset}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
