import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ImportFormat,
  type ImportMapping,
  type ImportView,
  importView,
  type NewImportRequest,
} from '@readout/api-contract';
import { describeCounts, describeFound } from './import-words.ts';
import { onlyPublication } from './only-publication.ts';
import { CommandError, call, checkKey, remove, type Server, sendFile } from './running-server.ts';

export interface HistoryOptions {
  readonly format: ImportFormat;
  readonly files: readonly string[];
  /** Where the source is a database. */
  readonly database?: string;
  readonly mapping?: ImportMapping;
  readonly publication?: string;
  /** Says what is found, and writes nothing. */
  readonly preview?: boolean;
  /** Asks nothing. */
  readonly yes?: boolean;
}

const LOOK_AGAIN_MS = 250;
const BAR = 30;

/**
 * Brings history from elsewhere into a running Readout: sends the files, says what is in them, asks, and shows how far
 * it has come until all of it is counted.
 */
export async function importHistory(options: HistoryOptions, server: Server): Promise<void> {
  checkKey(server);
  const files = await Promise.all(options.files.map(sized));
  const publication = options.publication ?? (await onlyPublication(server));
  const imports = `/publications/${encodeURIComponent(publication)}/imports`;
  const wanted: NewImportRequest = {
    format: options.format,
    ...(options.database === undefined ? {} : { database: options.database }),
  };
  const { id } = await call(server, imports, importView, wanted);
  const path = `${imports}/${id}`;
  const how = options.mapping === undefined ? {} : { mapping: options.mapping };
  let isKept = false;
  try {
    for (const { file, bytes } of files) {
      await sendFile(server, `${path}/files/${encodeURIComponent(basename(file))}`, importView, {
        bytes,
        open: () => createReadStream(file),
        onSent: (sent) => show('sending', sent / Math.max(1, bytes), null),
      });
    }
    await call(server, `${path}/look`, importView, how);
    const looked = await until(server, path, 'looking');
    if (looked.found === null) throw new CommandError(looked.problem ?? 'It was not looked through.');
    if (looked.format === 'table' && looked.mapping === null) {
      throw new CommandError(whichColumns(looked.columns));
    }
    process.stderr.write(describeFound(looked.found));
    if (options.preview) {
      process.stderr.write('Nothing was written: this was a preview.\n');
      return;
    }
    if (!options.yes && !(await agreed())) {
      process.stderr.write('Nothing was written.\n');
      return;
    }
    await call(server, `${path}/start`, importView, how);
    isKept = true;
    const ended = await until(server, path, 'running');
    if (ended.state !== 'done') {
      throw new CommandError(ended.problem ?? 'It was cancelled. Import it again: what is there counts once.');
    }
    process.stderr.write(describeCounts(ended));
  } finally {
    // What was begun may be gone on with in the dashboard.
    if (!isKept) await remove(server, path);
  }
}

async function sized(file: string): Promise<{ readonly file: string; readonly bytes: number }> {
  try {
    const { size, isDirectory } = await stat(file).then((found) => ({
      size: found.size,
      isDirectory: found.isDirectory(),
    }));
    if (isDirectory) throw new CommandError(`${file} is a folder: give the file itself.`);
    return { file, bytes: size };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Waits while it is in this state, and shows how far it has come. */
async function until(server: Server, path: string, state: ImportView['state']): Promise<ImportView> {
  for (;;) {
    const view = await call(server, path, importView);
    if (view.state !== state) {
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
      return view;
    }
    const { progress } = view;
    if (progress !== null) {
      const share = progress.total === null || progress.total === 0 ? 0 : progress.done / progress.total;
      show(progress.step, share, progress);
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new CommandError('Nobody is there to say whether to import it: add --yes, or --preview to look only.');
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await asking.question('Import it? [y/N] ')).trim());
  } finally {
    asking.close();
  }
}

/** On a terminal only: a log has no use for it. */
function show(what: string, share: number, progress: ImportView['progress']): void {
  if (!process.stderr.isTTY) return;
  const full = Math.round(Math.min(1, share) * BAR);
  const unit = progress?.unit === 'bytes' ? 'bytes' : progress?.unit;
  const rate = progress?.perSecond == null ? '' : `, ${progress.perSecond.toLocaleString('en')} ${unit}/s`;
  const left = progress?.secondsLeft == null ? '' : `, about ${progress.secondsLeft} s left`;
  process.stderr.write(
    `\r\x1b[K[${'='.repeat(full)}${' '.repeat(BAR - full)}] ${Math.round(share * 100)} %, ${what}${rate}${left}`,
  );
}

/** What to say of a table's columns, beginning with what they most likely are. */
function whichColumns(columns: ImportView['columns']): string {
  const guess = Object.entries(columns?.guess ?? {}).map(([part, column]) => `--column ${quoted(`${part}=${column}`)}`);
  const example = guess.length > 0 ? guess.join(' ') : '--column address=Email --column time=Time --column kind=Event';
  return `Say which column is what, as in ${example}. There are: ${columns?.columns.join(', ') ?? 'none'}.`;
}

/** For a shell. */
function quoted(word: string): string {
  return /^[\w=.@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
