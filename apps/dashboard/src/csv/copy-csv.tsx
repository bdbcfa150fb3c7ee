import { useState } from 'react';
import { ApiError } from '../api/client.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { complain, say } from '../frame/undo.tsx';
import { words } from '../words/words.ts';
import { type CsvTable, csvOf } from './csv-table.ts';

/** Puts a table on the clipboard, as a spreadsheet takes it. @param of what is copied, for those who do not see where the button stands */
export function CopyCsv({ table, of }: { table: () => CsvTable | Promise<CsvTable>; of: string }) {
  const [isBusy, setBusy] = useState(false);
  async function copy(): Promise<void> {
    setBusy(true);
    const failure = await copied(table);
    setBusy(false);
    if (failure === null) say(words.csv.copied(of));
    else complain(new Error(failure));
  }
  return (
    <BusyButton
      variant="subtle"
      size="compact-sm"
      loading={isBusy}
      aria-label={words.csv.copyOf(of)}
      onClick={() => void copy()}
    >
      {words.csv.copy}
    </BusyButton>
  );
}

/** @returns null, or what went wrong and what to do */
async function copied(table: () => CsvTable | Promise<CsvTable>): Promise<string | null> {
  let text: string;
  try {
    text = await csvOf(await table());
  } catch (error) {
    // What the server says where it refuses; anything else is a file of ours that did not arrive.
    return error instanceof ApiError ? error.message : words.csv.notMade;
  }
  try {
    await navigator.clipboard.writeText(text);
    return null;
  } catch {
    return words.csv.failed;
  }
}
