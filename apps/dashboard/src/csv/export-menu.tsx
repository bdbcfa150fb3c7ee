import { Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ApiError } from '../api/client.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { usePublication } from '../frame/publication-context.ts';
import { complain, say } from '../frame/undo.tsx';
import { words } from '../words/words.ts';
import { type CsvTable, csvOf } from './csv-table.ts';
import styles from './export-menu.module.css';
import { shownDefinitions } from './shown-definitions.ts';

const FILES = ['csv', 'xlsx', 'json', 'parquet'] as const;
type Work = () => Promise<void>;

/**
 * Takes a table out: to the clipboard or into a file; exactly what is shown, as it is filtered. And the chart of it.
 * @param of what is taken, for those who do not see where the button stands
 * @param image makes a picture of the chart, where there is one; the table's files are then left to its table
 */
export function ExportMenu({
  table,
  of,
  image,
}: {
  table: () => CsvTable | Promise<CsvTable>;
  of: string;
  image?: (format: 'png' | 'svg') => Promise<void>;
}) {
  const publication = usePublication();
  const place = useRef<HTMLSpanElement>(null);
  const [isBusy, setBusy] = useState(false);
  async function run(work: Work): Promise<void> {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      // What the server says where it refuses; anything else is a file of ours that did not arrive.
      complain(new Error(error instanceof ApiError || error instanceof SaidError ? error.message : words.csv.notMade));
    }
    setBusy(false);
  }
  const download = async (format: (typeof FILES)[number]) => {
    const { downloadTable } = await import('./download-table.ts');
    const definitions = place.current === null ? [] : shownDefinitions(place.current);
    await downloadTable(publication, of, format, await table(), definitions);
  };
  return (
    <span ref={place} className={styles['place']}>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <BusyButton
            variant="subtle"
            size="compact-sm"
            loading={isBusy}
            leftSection={<IconDownload size={14} stroke={1.5} aria-hidden />}
            aria-label={words.csv.exportOf(of)}
          >
            {words.csv.export}
          </BusyButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void run(() => copy(table, of))}>{words.csv.copy}</Menu.Item>
          {FILES.map((format) => (
            <Menu.Item key={format} onClick={() => void run(() => download(format))}>
              {words.csv.download[format]}
            </Menu.Item>
          ))}
          {image !== undefined && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => void run(() => image('png'))}>{words.csv.download.png}</Menu.Item>
              <Menu.Item onClick={() => void run(() => image('svg'))}>{words.csv.download.svg}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

/** Has a sentence of ours for whoever reads it. */
class SaidError extends Error {}

async function copy(table: () => CsvTable | Promise<CsvTable>, of: string): Promise<void> {
  const text = await csvOf(await table());
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    throw new SaidError(words.csv.failed);
  }
  say(words.csv.copied(of));
}
