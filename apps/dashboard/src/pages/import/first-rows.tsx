import type { ImportColumns } from '@readout/api-contract';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { importWords } from '../../words/import-words.ts';
import styles from './import.module.css';

/** How a table begins. */
export function FirstRows({ columns: { columns, rows } }: { columns: ImportColumns }) {
  return (
    <ScrollBox label={importWords.imports.mappingTable}>
      <table className={`data ${styles['rows']}`}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity: two may have one name
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows stay where they are
            <tr key={at}>
              {columns.map((_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={place}>{row[place]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
