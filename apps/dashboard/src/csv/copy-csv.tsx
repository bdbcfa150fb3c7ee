import { Button } from '@mantine/core';
import { useState } from 'react';
import { complain, say } from '../frame/undo.tsx';
import { words } from '../words/words.ts';
import { type CsvTable, csvOf } from './csv-table.ts';

/** Puts a table on the clipboard, as a spreadsheet takes it. @param of what is copied, for those who do not see where the button stands */
export function CopyCsv({ table, of }: { table: () => CsvTable | Promise<CsvTable>; of: string }) {
  const [isBusy, setBusy] = useState(false);
  async function copy(): Promise<void> {
    setBusy(true);
    try {
      await navigator.clipboard.writeText(await csvOf(await table()));
      say(words.csv.copied(of));
    } catch {
      complain(new Error(words.csv.failed));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={isBusy}
      aria-label={words.csv.copyOf(of)}
      onClick={() => void copy()}
    >
      {words.csv.copy}
    </Button>
  );
}
